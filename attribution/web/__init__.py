"""Reports as web pages: what a page shows as values, and the templates that show it.

A page is one file that loads nothing: style and script stand in it and are named by their hashes in its content
security policy, so that not even a story that smuggles mark-up in could run a script. All of it can be read without
JavaScript.
"""
