"""Source-attribution audit of news stories: on whose word does a story ask to be believed?"""

__version__ = "0.1.0"
