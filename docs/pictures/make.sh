#!/usr/bin/env bash
# Makes every picture of the documentation anew, with Adit itself. Without a display the window's picture needs xvfb-run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
adit=../../adit
demo='synthetic:porphyry?seed=7'
draw() {  # draw NAME COMMAND...
  local name=$1 arguments=()
  shift
  for command in "$@"; do arguments+=(-c "$command"); done
  "$adit" render "$demo" "${arguments[@]}" --size 1200x750 -o "$name.png"
}

draw demo 'hide topography' 'range blocks cu_pct 0.4 inf' 'labels drillholes off'
draw drillholes 'only drillholes' 'size drillholes cu_pct' 'frame drillholes'
draw blocks 'only blocks' 'range blocks cu_pct 0.4 inf' 'blockstyle blocks edged' 'frame blocks' 'zoom 0.8'
draw section 'only blocks drillholes' 'section add 90 90 318000 3218000 1000' 'sectionview on' 'look N'
draw pit "only topography 'pit design'" 'opacity topography 1' 'contours topography auto' "frame 'pit design'" 'zoom 1.5'

screen=()
[ -n "${DISPLAY:-}" ] || screen=(xvfb-run -a -s '-screen 0 1400x900x24')
"${screen[@]}" "$adit" "$demo" -c 'range blocks cu_pct 0.4 inf' -c 'hide topography' --screenshot window.png
