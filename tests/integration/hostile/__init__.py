"""A web server on loopback that misbehaves in every way a fetcher must survive; sockets only, no framework.

``hostile.server.hostile_server`` runs it in threads; each path names one behaviour, ``BEHAVIOURS`` holds
them all. HEAD and TAIL stand at the two ends of every whole page, so a test can see what is missing.
A canary on a second port records whoever comes to it.
"""
