"""A fake of Microsoft's sign-in services over real HTTP: OpenID metadata, signing keys, tokens. Faults on demand."""

from __future__ import annotations

import asyncio
import json
import ssl
import time
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

ISSUER = "https://api.botframework.com"


class KeyPair:
    """An own RSA key, as the channel's or as a forger's."""

    def __init__(self, kid: str, *, endorsements: list[str] | None = None, bits: int = 2048) -> None:
        self.kid = kid
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=bits)
        self.endorsements = ["msteams"] if endorsements is None else endorsements

    def public_jwk(self) -> dict[str, Any]:
        jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key()))
        return {**jwk, "kid": self.kid, "use": "sig", "endorsements": self.endorsements}

    def sign(self, claims: Mapping[str, Any], *, alg: str = "RS256", headers: Mapping[str, Any] | None = None) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some keys here are too small on purpose
            payload = json.dumps(dict(claims)).encode()  # jwt.encode would refuse claims of the wrong type
            named = {"kid": self.kid, "typ": "JWT", **(headers or {})}
            return jwt.PyJWS().encode(payload, self.private, algorithm=alg, headers=named)


def good_claims(app_id: str, service_url: str, **changes: Any) -> dict[str, Any]:
    """The claims of a token the Bot Framework gives; a change to None takes the claim away."""
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": app_id, "nbf": now - 60, "exp": now + 3600, "serviceurl": service_url}
    claims.update(changes)
    return {name: value for name, value in claims.items() if value is not None}


class FakeEntra:
    """OpenID metadata, JWKS and token endpoint on loopback."""

    def __init__(self, *keys: KeyPair, certificate: Path | None = None) -> None:
        """With a `certificate` file (made by `write_certificate`) it speaks https, as msal demands."""
        self.keys = list(keys)
        self._certificate = certificate
        self.metadata_calls = 0
        self.key_calls = 0
        self.token_calls: list[Mapping[str, str]] = []
        self.token_status = 200
        self.token_lives_for = 3600
        self.keys_status = 200
        self.keys_body: Any = None
        """Sent instead of the keys when set."""
        self.wait = 0.0
        app = web.Application()
        app.router.add_get("/.well-known/openidconfiguration", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._tenant_metadata)
        app.router.add_get("/common/discovery/instance", self._instance)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        self.server = TestServer(app, scheme="https" if certificate else "http")

    async def __aenter__(self) -> FakeEntra:
        if self._certificate is None:
            await self.server.start_server()
        else:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self._certificate)
            await self.server.start_server(ssl=context)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.server.close()

    @property
    def url(self) -> str:
        return str(self.server.make_url("")).rstrip("/")

    @property
    def metadata_url(self) -> str:
        return f"{self.url}/.well-known/openidconfiguration"

    async def _metadata(self, _: web.Request) -> web.Response:
        self.metadata_calls += 1
        await _sleep(self.wait)
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}/keys"})

    async def _keys(self, _: web.Request) -> web.Response:
        self.key_calls += 1
        if self.keys_body is not None:
            return web.Response(status=self.keys_status, body=self.keys_body)
        return web.json_response({"keys": [key.public_jwk() for key in self.keys]}, status=self.keys_status)

    async def _tenant_metadata(self, request: web.Request) -> web.Response:
        base = f"{self.url}/{request.match_info['tenant']}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
            }
        )

    async def _instance(self, request: web.Request) -> web.Response:
        return web.json_response({"tenant_discovery_endpoint": f"{self.url}/t/v2.0/.well-known/openid-configuration"})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        self.token_calls.append({name: str(value) for name, value in form.items()})
        await _sleep(self.wait)
        if self.token_status != 200:
            return web.json_response({"error": "invalid_client", "error_codes": [7000222]}, status=self.token_status)
        number = len(self.token_calls)
        return web.json_response(
            {"token_type": "Bearer", "expires_in": self.token_lives_for, "access_token": f"token-{number}"}
        )


def write_certificate(path: Path) -> Path:
    """Write a key and a certificate for 127.0.0.1 that it signed itself, valid for a day."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + made.public_bytes(Encoding.PEM))
    return path


async def _sleep(seconds: float) -> None:
    if seconds:
        await asyncio.sleep(seconds)
