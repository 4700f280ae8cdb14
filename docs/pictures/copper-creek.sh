#!/usr/bin/env bash
# Makes the pictures of ../copper-creek.md. The drilling is no part of Adit: name the folder that has dh_copper_creek in
# ADIT_REAL_DATA. Without it nothing is done.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
adit=${ADIT:-../../adit}
holes=${ADIT_REAL_DATA:-}/dh_copper_creek
[ -d "$holes" ] || { echo 'Copper Creek is not here (ADIT_REAL_DATA): its pictures stay as they are'; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Pictures are made beside their data, so that they name them without the folders of this machine.
cp -r "$holes" "$work/dh_copper_creek"
chmod -R u+w "$work/dh_copper_creek"
holes=$work/dh_copper_creek

# MODEL: a model that was estimated before, by the same plan.
model=$work/model.vtu
if [ -n "${MODEL:-}" ]; then
  cp "$MODEL" "$model"
else
  "$adit" estimate "$holes" --no-cache --template --column Cu_pct --variogram "$work/variogram.csv" \
    --set topCut=4 --set 'target={"origin":[547600,3622800,-300],"size":[20,20,20],"count":[115,100,90]}' -o "$work/plan.json"
  "$adit" estimate "$holes" --no-cache --plan "$work/plan.json" -o "$model"
fi

draw() {  # draw NAME SIZE COMMAND...
  local name=$1 size=$2 arguments=()
  shift 2
  for command in "$@"; do arguments+=(-c "$command"); done
  "$adit" render "$holes" "$model" --no-cache "${arguments[@]}" --size "$size" -o "$work/copper-creek-$name.png"
  mv "$work/copper-creek-$name.png" .
}
look=('labels drillholes off' 'colorby model Cu_pct' 'legend map Cu_pct batlow' 'legend range Cu_pct 0 1')
draw holes 1000x640 'only drillholes' 'labels drillholes off' 'colorby drillholes Cu_pct' 'frame drillholes' 'zoom 0.7'
draw model 1000x640 'only model' "${look[@]}" 'range model Cu_pct 0.4 inf' 'frame model' 'zoom 0.75'
draw honest 1000x640 'only model' "${look[@]}" 'honest on' 'range model Cu_pct 0.4 inf' 'frame model' 'zoom 0.75'
draw support 1000x640 'only model' 'labels drillholes off' 'colorby model support_nearest' 'range model Cu_pct 0.4 inf' 'frame model' 'zoom 0.75'
draw lens 640x410 'only model' "${look[@]}" 'honest on' 'range model Cu_pct 0.4 inf' 'frame model' 'pick model - 500000 0 0 0' 'lens on' 'zoom 0.4'

"$adit" chart grade-tonnage "$holes" "$model" --no-cache --layer model --column Cu_pct -c 'density model 2.6' -c "filter model 'pass <= 2'" --size 1000x640 -o "$work/copper-creek-tonnage.png"
mv "$work/copper-creek-tonnage.png" .
