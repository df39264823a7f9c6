"""``python -m verifier.sources.presets > docs/sources.md``: the page on all shipped publishers."""

import sys

from verifier.sources.presets.documented import sources_page

sys.stdout.write(sources_page())
