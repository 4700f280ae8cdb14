#!/usr/bin/env bash
# Makes every picture of the documentation anew, with Adit itself. Without a display the window's picture needs xvfb-run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
adit=../../adit
demo='synthetic:porphyry?seed=7'
draw() {  # draw NAME SIZE COMMAND...; noisy ground packs badly and is drawn smaller
  local name=$1 size=$2 arguments=()
  shift 2
  for command in "$@"; do arguments+=(-c "$command"); done
  "$adit" render "$demo" "${arguments[@]}" --size "$size" -o "$name.png"
}

draw demo 1200x750 'hide topography' 'range blocks cu_pct 0.4 inf' 'labels drillholes off' 'zoom 0.75'
draw drillholes 1200x750 'only drillholes' 'size drillholes cu_pct' 'frame drillholes' 'zoom 0.75'
draw blocks 1200x750 'only blocks' 'range blocks cu_pct 0.4 inf' 'frame blocks' 'zoom 0.6'
draw section 1200x750 'only blocks drillholes' 'section add 90 90 318000 3218000 1000' 'sectionview on' 'look N'
draw pit 640x400 "only topography 'pit design'" 'opacity topography 0.5' 'contours topography auto' "frame 'pit design'" 'zoom 1.2'

classes=('resource class blocks category' 'resource suggested blocks')
draw honest 1200x750 'only blocks' "${classes[@]}" 'honest on' 'range blocks cu_pct 0.4 inf' 'section add 90 90 318000 3218000 1000' 'frame blocks' 'zoom 0.6'
draw lens 1000x640 'only blocks drillholes' 'labels drillholes off' "${classes[@]}" 'honest on' 'range blocks cu_pct 0.4 inf' 'frame blocks' 'pick blocks - 1500 0 0 0' 'lens on' 'zoom 0.6'

draw drape 640x420 "only 'pit design'" "drape 'pit design' blocks" "${classes[@]}" 'honest on' 'range blocks cu_pct 0.3 inf' 'look NE' 'camera plunge 40' "frame 'pit design'" 'zoom 0.55'

plan=('plan time 2035' 'resource cutoffs cu_pct 0.3' "hide 'pit design'" 'hide drillholes')
draw mine-plan 640x420 "${plan[@]}" 'opacity topography 1' 'drape topography none' 'range blocks cu_pct 0.3 inf' 'frame blocks' 'zoom 0.38'
draw reveal 1000x640 'only blocks drillholes' 'labels drillholes off' 'range blocks cu_pct 0.4 inf' 'section add 90 90 318000 3218000 1000' 'frame blocks' 'zoom 0.6' 'reveal blocks section'
draw compare 1200x640 'only blocks' "${classes[@]}" 'honest on' 'range blocks cu_pct 0.4 inf' 'frame blocks' 'zoom 0.7' "compare same 'range blocks cu_pct 0.7 inf'"

# The demo as it was known in 2014 and as it is known now: one plan, two estimates, and their difference.
known=$(mktemp -d)/two-estimates
mkdir "$known"
"$adit" estimate "$demo" --template --column cu_pct --blocks 60000 -o "$known/plan.json"
"$adit" estimate "$demo" --plan "$known/plan.json" -o "$known/all.csv"
"$adit" estimate "$demo" --plan "$known/plan.json" --asof 2014 -o "$known/known.csv"
rm "$known/plan.json" "$known"/*.estimate.json
"$adit" render "$known" -c 'section add 90 90 318000 3218000 800' -c 'only all' -c 'colorby all cu_pct' -c 'view save "all holes"' \
  -c 'only known' -c 'active known' -c 'colorby known asof_2014_cu_pct' -c 'frame known' -c 'zoom 0.8' -c 'compare "all holes"' \
  -c 'compare difference on' --size 1000x560 -o "$known/difference.png"
mv "$known/difference.png" .  # made beside its data, so that it names them without the folders of this machine
rm -r "$(dirname "$known")"

# The pits of the demo's plan as surfaces that are cut into its ground, without the order of its blocks.
pits=$(mktemp -d)/pits
"$adit" demo --save "$pits" >/dev/null
for year in 2032 2036 2041; do "$adit" convert "$pits" --at "$year" -o "$pits/pit_$year.obj"; done
rm "$pits"/{pit.obj,collar.csv,survey.csv,assay.csv,lithology.csv,alteration.csv}
"$adit" render "$pits" --choice blocks.csv/plan-column=none --at 1.5 -c 'hide blocks' -c 'opacity topography 1' -c 'drape topography none' \
  -c 'frame pit_2041' -c 'camera plunge 40' -c 'zoom 0.8' -c 'plan dumps off' --size 640x400 -o "$pits/pits.png"
mv "$pits/pits.png" .
rm -r "$(dirname "$pits")"

chart() {  # chart KIND NAME ARGUMENT...
  local kind=$1 name=$2
  shift 2
  "$adit" chart "$kind" "$demo" -c 'density blocks density' "$@" --size 1000x640 -o "$name.png"
}

chart grade-tonnage grade-tonnage
chart swath swath
chart plan-risk plan-risk -c "${classes[0]}" -c "${classes[1]}" -c 'resource cutoffs cu_pct 0.3' -c 'plan time 2035'
chart chain chain
chart strip-log strip-log -c 'resource cutoffs cu_pct 0.3'

screen=()
[ -n "${DISPLAY:-}" ] || screen=(xvfb-run -a -s '-screen 0 1400x900x24 -noreset')
"${screen[@]}" "$adit" "$demo" -c 'density blocks density' -c "${classes[0]}" -c "${classes[1]}" -c 'resource cutoffs cu_pct 0.4' \
  -c 'honest on' -c 'range blocks cu_pct 0.4 inf' -c 'hide topography' --size 1280x800 --screenshot window.png

# One frame of a film: a stop of a tour with its caption.
folder=$(mktemp -d)
"$adit" film "$demo" -c 'density blocks density' -c "${classes[0]}" -c "${classes[1]}" -c 'only blocks' -c 'range blocks cu_pct 0.4 inf' -c 'frame blocks' \
  -c 'zoom 0.6' -c "note add 318000 3218000 1050 'Drilled every fifty metres; below, hardly.'" \
  -c "tour add 'The ore body at 0.4 %' 'The cut-off is a choice, not a fact: at twice the grade much of the body is gone. Dots show how well each block is known.'" \
  --fps 1 --seconds 1 --size 1200x750 -o "$folder/frames" >/dev/null
cp "$folder/frames/frame_000001.png" tour.png
rm -r "$folder"
plan=$("$adit" estimate "$demo" --template --column cu_pct --blocks 200000 --set topCut=1.5 --set 'passes[0].maxPerOctant=3' \
  --set 'search={"plane":{"dip":70,"dipAzimuth":155,"pitch":20},"ranges":[180,120,70]}' 2>/dev/null | tr -d '\n')
"${screen[@]}" "$adit" "$demo" -c "estimate plan '$plan'" -c 'estimate ellipsoid on' -c 'chart strip-log' \
  -c 'range blocks cu_pct 0.4 inf' -c 'hide topography' --size 1280x800 --screenshot estimate.png
