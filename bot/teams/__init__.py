"""The edge to Microsoft Teams: the only folder with botbuilder, msal and aiohttp. See README.md here."""
