#!/usr/bin/env bash
# Runs every test. Installs what the tests need from Debian first, where it is missing.
# Ends with a line "N passed, N failed"; tests that this machine cannot run are named as skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

packages=(
  ffmpeg                                                   # cameras and recordings
  libgtk-3-0 libharfbuzz0b libfreetype6 libdrm2 libatomic1 libx11-6  # what OpenCV is linked to
  mosquitto mosquitto-clients                              # a broker and a client that are not ours
  influxdb victoria-metrics                                # servers for series that are not ours
  python3-gi gir1.2-gst-rtsp-server-1.0 gstreamer1.0-plugins-base gstreamer1.0-plugins-good  # a network camera
  dbus python3-dbusmock                                    # a message bus, and a peer on it that is not ours
  gcc libc6-dev                                            # a V4L2 driver to load in front of the real one
  chromium                                                 # looks at the page
  bluez                                                    # its bluetoothctl, which has to take the simulated BlueZ for one
  strace libfaketime                                       # a disk that fails, a clock that jumps
  procps coreutils
)
command -v npm >/dev/null || packages+=(npm)               # fetches the package that the pose models are made from, and axe-core

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if ((${#missing[@]} > 0)); then
  echo "Installing: ${missing[*]}"
  as_root=()
  [[ $(id -u) == 0 ]] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

dotnet build PhysioEdge.sln -v quiet

log=$(mktemp)
trap 'rm -f "$log"' EXIT
set +e
dotnet test --solution PhysioEdge.sln --no-build --no-ansi --timeout 12m "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
set -e

count() { sed -nE "s/^ +$1: ([0-9]+)$/\1/p" "$log" | tail -1; }
passed=$(count succeeded)
failed=$(count failed)

# A program that broke off has failed, whatever its tests had said by then.
[[ $status == 0 || ${failed:-0} != 0 ]] || failed=1
echo "${passed:-0} passed, ${failed:-0} failed"
exit "$status"
