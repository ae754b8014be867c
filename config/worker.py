"""How the web server's processes are set up: `gunicorn config.asgi --worker-class config.worker.Worker`."""

from uvicorn_worker import UvicornWorker


class Worker(UvicornWorker):
    """Believes no header about who is asking: `PUTRIGHT_HTTPS` says whether a proxy in front may speak of HTTPS."""

    CONFIG_KWARGS = {"loop": "asyncio", "http": "h11", "lifespan": "off", "proxy_headers": False, "server_header": False}
