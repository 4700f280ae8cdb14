// The members of a ViewState under their names in JSON: one list that writing and reading share.
#pragma once
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// fields(tag, visit) calls visit(name, pointer to member) for every member of a struct.
template <typename T>
struct FieldsOf {};

template <typename Visit>
void fields(FieldsOf<CameraState>, const Visit& visit) {
  visit("framed", &CameraState::framed);
  visit("focus", &CameraState::focus);
  visit("bearing", &CameraState::bearing);
  visit("plunge", &CameraState::plunge);
  visit("distance", &CameraState::distance);
  visit("orthographic", &CameraState::orthographic);
  visit("viewAngle", &CameraState::viewAngle);
}

template <typename Visit>
void fields(FieldsOf<Placement>, const Visit& visit) {
  visit("position", &Placement::position);
  visit("bearing", &Placement::bearing);
  visit("scale", &Placement::scale);
}

template <typename Visit>
void fields(FieldsOf<LayerState>, const Visit& visit) {
  visit("visible", &LayerState::visible);
  visit("locked", &LayerState::locked);
  visit("opacity", &LayerState::opacity);
  visit("colorBy", &LayerState::colorBy);
  visit("color", &LayerState::color);
  visit("tubeRadius", &LayerState::tubeRadius);
  visit("sizeBy", &LayerState::sizeBy);
  visit("labels", &LayerState::labels);
  visit("collars", &LayerState::collars);
  visit("traces", &LayerState::traces);
  visit("blockStyle", &LayerState::blockStyle);
  visit("shrink", &LayerState::shrink);
  visit("shells", &LayerState::shells);
  visit("edges", &LayerState::edges);
  visit("hillshade", &LayerState::hillshade);
  visit("contourStep", &LayerState::contourStep);
  visit("drape", &LayerState::drape);
  visit("placement", &LayerState::placement);
}

template <typename Visit>
void fields(FieldsOf<LegendClass>, const Visit& visit) {
  visit("lo", &LegendClass::lo);
  visit("hi", &LegendClass::hi);
  visit("color", &LegendClass::color);
  visit("label", &LegendClass::label);
}

template <typename Visit>
void fields(FieldsOf<ColorStop>, const Visit& visit) {
  visit("at", &ColorStop::at);
  visit("color", &ColorStop::color);
}

template <typename Visit>
void fields(FieldsOf<Legend>, const Visit& visit) {
  visit("kind", &Legend::kind);
  visit("map", &Legend::map);
  visit("stops", &Legend::stops);
  visit("lo", &Legend::lo);
  visit("hi", &Legend::hi);
  visit("logarithmic", &Legend::logarithmic);
  visit("reversed", &Legend::reversed);
  visit("classes", &Legend::classes);
  visit("categories", &Legend::categories);
  visit("closed", &Legend::closed);
}

template <typename Visit>
void fields(FieldsOf<FilterState::Range>, const Visit& visit) {
  visit("lo", &FilterState::Range::lo);
  visit("hi", &FilterState::Range::hi);
}

template <typename Visit>
void fields(FieldsOf<FilterState>, const Visit& visit) {
  visit("ranges", &FilterState::ranges);
  visit("hiddenCategories", &FilterState::hiddenCategories);
  visit("expression", &FilterState::expression);
  visit("showMissing", &FilterState::showMissing);
}

template <typename Visit>
void fields(FieldsOf<DensityState>, const Visit& visit) {
  visit("column", &DensityState::column);
  visit("value", &DensityState::value);
}

template <typename Visit>
void fields(FieldsOf<HonestState>, const Visit& visit) {
  visit("on", &HonestState::on);
  visit("reach", &HonestState::reach);
}

template <typename Visit>
void fields(FieldsOf<LensState>, const Visit& visit) {
  visit("on", &LensState::on);
  visit("samples", &LensState::samples);
}

template <typename Visit>
void fields(FieldsOf<CategoryState>, const Visit& visit) {
  visit("column", &CategoryState::column);
  visit("classes", &CategoryState::classes);
}

template <typename Visit>
void fields(FieldsOf<DisclosureState>, const Visit& visit) {
  visit("effectiveDate", &DisclosureState::effectiveDate);
  visit("person", &DisclosureState::person);
  visit("code", &DisclosureState::code);
  visit("basis", &DisclosureState::basis);
  visit("kind", &DisclosureState::kind);
  visit("caution", &DisclosureState::caution);
  visit("study", &DisclosureState::study);
}

template <typename Visit>
void fields(FieldsOf<SectionState>, const Visit& visit) {
  visit("on", &SectionState::on);
  visit("point", &SectionState::point);
  visit("strike", &SectionState::strike);
  visit("dip", &SectionState::dip);
  visit("thickness", &SectionState::thickness);
  visit("step", &SectionState::step);
  visit("flipped", &SectionState::flipped);
  visit("image", &SectionState::image);
}

template <typename Visit>
void fields(FieldsOf<BoxState>, const Visit& visit) {
  visit("on", &BoxState::on);
  visit("min", &BoxState::min);
  visit("max", &BoxState::max);
}

template <typename Visit>
void fields(FieldsOf<RegionState>, const Visit& visit) {
  visit("insideSolid", &RegionState::insideSolid);
  visit("aboveSurface", &RegionState::aboveSurface);
  visit("belowSurface", &RegionState::belowSurface);
}

template <typename Visit>
void fields(FieldsOf<SectionViewState>, const Visit& visit) {
  visit("on", &SectionViewState::on);
  visit("corridor", &SectionViewState::corridor);
  visit("zoom", &SectionViewState::zoom);
  visit("pan", &SectionViewState::pan);
}

template <typename Visit>
void fields(FieldsOf<PickState>, const Visit& visit) {
  visit("object", &PickState::object);
  visit("table", &PickState::table);
  visit("row", &PickState::row);
  visit("position", &PickState::position);
}

template <typename Visit>
void fields(FieldsOf<RevealState>, const Visit& visit) {
  visit("object", &RevealState::object);
  visit("reason", &RevealState::reason);
}

template <typename Visit>
void fields(FieldsOf<CompareState>, const Visit& visit) {
  visit("on", &CompareState::on);
  visit("view", &CompareState::view);
  visit("difference", &CompareState::difference);
}

template <typename Visit>
void fields(FieldsOf<ChartState>, const Visit& visit) {
  visit("shown", &ChartState::shown);
  visit("kind", &ChartState::kind);
  visit("axis", &ChartState::axis);
  visit("logarithmic", &ChartState::logarithmic);
  visit("exactNumbers", &ChartState::exactNumbers);
}

template <typename Visit>
void fields(FieldsOf<EstimateState>, const Visit& visit) {
  visit("plan", &EstimateState::plan);
  visit("ellipsoid", &EstimateState::ellipsoid);
}

template <typename Visit>
void fields(FieldsOf<PlanState>, const Visit& visit) {
  visit("on", &PlanState::on);
  visit("plan", &PlanState::plan);
  visit("model", &PlanState::model);
  visit("column", &PlanState::column);
  visit("time", &PlanState::time);
  visit("speed", &PlanState::speed);
  visit("loop", &PlanState::loop);
  visit("highlight", &PlanState::highlight);
  visit("dumps", &PlanState::dumps);
}

template <typename Visit>
void fields(FieldsOf<PitState>, const Visit& visit) {
  visit("on", &PitState::on);
  visit("inputs", &PitState::inputs);
}

template <typename Visit>
void fields(FieldsOf<WalkState>, const Visit& visit) {
  visit("eyeHeight", &WalkState::eyeHeight);
  visit("ground", &WalkState::ground);
  visit("lamp", &WalkState::lamp);
}

template <typename Visit>
void fields(FieldsOf<CameraKey>, const Visit& visit) {
  visit("camera", &CameraKey::camera);
  visit("seconds", &CameraKey::seconds);
  visit("planTime", &CameraKey::planTime);
}

template <typename Visit>
void fields(FieldsOf<CameraPathState>, const Visit& visit) {
  visit("keys", &CameraPathState::keys);
  visit("lookAt", &CameraPathState::lookAt);
  visit("shown", &CameraPathState::shown);
}

template <typename Visit>
void fields(FieldsOf<Note>, const Visit& visit) {
  visit("at", &Note::at);
  visit("text", &Note::text);
}

template <typename Visit>
void fields(FieldsOf<TourStop>, const Visit& visit) {
  visit("title", &TourStop::title);
  visit("text", &TourStop::text);
  visit("seconds", &TourStop::seconds);
  visit("transition", &TourStop::transition);
  visit("view", &TourStop::view);
}

template <typename Visit>
void fields(FieldsOf<ViewState>, const Visit& visit) {
  visit("camera", &ViewState::camera);
  visit("exaggeration", &ViewState::exaggeration);
  visit("layers", &ViewState::layers);
  visit("legends", &ViewState::legends);
  visit("filters", &ViewState::filters);
  visit("densities", &ViewState::densities);
  visit("claim", &ViewState::claim);
  visit("asOf", &ViewState::asOf);
  visit("honest", &ViewState::honest);
  visit("lens", &ViewState::lens);
  visit("proportions", &ViewState::proportions);
  visit("categories", &ViewState::categories);
  visit("cutoffs", &ViewState::cutoffs);
  visit("reveal", &ViewState::reveal);
  visit("compare", &ViewState::compare);
  visit("chart", &ViewState::chart);
  visit("estimate", &ViewState::estimate);
  visit("plan", &ViewState::plan);
  visit("pit", &ViewState::pit);
  visit("walk", &ViewState::walk);
  visit("path", &ViewState::path);
  visit("tour", &ViewState::tour);
  visit("notes", &ViewState::notes);
  visit("mode", &ViewState::mode);
  visit("disclosure", &ViewState::disclosure);
  visit("sections", &ViewState::sections);
  visit("activeSection", &ViewState::activeSection);
  visit("box", &ViewState::box);
  visit("region", &ViewState::region);
  visit("sectionView", &ViewState::sectionView);
  visit("activeLayer", &ViewState::activeLayer);
  visit("tool", &ViewState::tool);
  visit("measure", &ViewState::measure);
  visit("pick", &ViewState::pick);
  visit("grid", &ViewState::grid);
  visit("northArrow", &ViewState::northArrow);
  visit("scaleBar", &ViewState::scaleBar);
  visit("legendShown", &ViewState::legendShown);
  visit("ambientOcclusion", &ViewState::ambientOcclusion);
  visit("theme", &ViewState::theme);
  visit("savedViews", &ViewState::savedViews);
}

}  // namespace adit::viewer
