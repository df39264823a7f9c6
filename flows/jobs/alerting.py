"""Telling the desk how a night ended, over whatever service it named."""

from __future__ import annotations

from flows.jobs.publishing import Published
from flows.jobs.summing import summary
from flows.settings import Alerts
from verifier.model.run import Problem, RunReport, RunStatus
from verifier.report.headlines import LEAD
from verifier.verdict import ACCUSING

_TOLD = 20  # problems and verdicts named in one message


def alert(alerts: Alerts, report: RunReport, found: Published) -> Problem | None:
    """Send word of a night, where it is one to be told of; return the problem if a service did not take it.

    That a message was not taken changes nothing in the night: its verdicts are stored.
    """
    if not alerts.services or not _is_due(alerts, report, found):
        return None
    import apprise  # it loads a hundred services, which costs a second

    messenger = apprise.Apprise()
    taken = [messenger.add(service) for service in alerts.services]
    sent = messenger.notify(title=summary(report), body="\n".join(_lines(report, found)))
    # The addresses may hold a secret, so none is named.
    return None if all(taken) and sent else Problem("alerts", "a service of [alerts] did not take the message")


def _is_due(alerts: Alerts, report: RunReport, found: Published) -> bool:
    """Return whether the night is one that the desk wants to hear of."""
    reasons = {
        "always": True,
        "failed": report.status is RunStatus.FAILED,
        "degraded": report.status is RunStatus.DEGRADED,
        "accusing": any(verdict.headline in ACCUSING for one in found.checked for verdict in one.verdicts),
    }
    return any(reasons[reason] for reason in alerts.on)


def _lines(report: RunReport, found: Published) -> list[str]:
    """Return the message: what went wrong, then the new verdicts that accuse, then what they are."""
    problems = [f"{problem.subject}: {problem.message}" for problem in report.problems[:_TOLD]]
    verdicts = [
        f"{verdict.headline.value}: “{statement.text[:100]}” ({one.article.url or one.article.title})"
        for one in found.checked
        for statement, verdict in one.pairs()
        if verdict.headline in ACCUSING
    ]
    return [*problems, *verdicts[:_TOLD], LEAD]
