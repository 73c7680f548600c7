"""Start the bot. Nothing else: settings are in bot/settings.py, the parts are put together in bot/main.py."""

from bot.__main__ import main

if __name__ == "__main__":
    main(["serve"])
