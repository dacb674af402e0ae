"""A camera: streams a video over RTSP at /live on a free port of the loopback, and prints the port."""
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

clip, port, password = sys.argv[1:4]
Gst.init(None)
factory = GstRtspServer.RTSPMediaFactory(
    launch=f'( filesrc location="{clip}" ! qtdemux ! rtph264pay name=pay0 config-interval=-1 )')
server = GstRtspServer.RTSPServer(address="127.0.0.1", service=port)
if password:
    role = GstRtspServer.RTSPToken()
    role.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, "viewer")
    auth = GstRtspServer.RTSPAuth()
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic("camera", password), role)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_role("viewer")
    permissions.add_permission_for_role("viewer", GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS, True)
    permissions.add_permission_for_role("viewer", GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT, True)
    factory.set_permissions(permissions)
server.get_mount_points().add_factory("/live", factory)
server.attach(None)
print(server.get_bound_port(), flush=True)
GLib.MainLoop().run()
