"""Start the bot. Nothing else: settings are in bot/settings.py, the parts are put together in bot/main.py."""

from bot.cli.serve import serve

if __name__ == "__main__":
    serve()
