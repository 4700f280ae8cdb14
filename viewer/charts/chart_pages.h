// The pages of each kind of chart; chartOf() adds title, source and cautions that all have in common.
#pragma once
#include "geology/model/drillholes.h"
#include "viewer/charts/chart_question.h"

namespace adit::viewer {

struct ChartWork {
  const ChartQuestion& question;
  SelectionCache& cache;
  const geology::Progress& progress;

  const geology::Deposit& deposit() const { return *question.deposit; }
};

ChartPage gradeTonnagePage(const ChartWork& work);
ChartPage histogramPage(const ChartWork& work);
ChartPage probabilityPage(const ChartWork& work);
ChartPage swathPage(const ChartWork& work);
ChartPage stripLogPage(const ChartWork& work);
ChartPage stereonetPage(const ChartWork& work);
ChartPage interceptsPage(const ChartWork& work);
ChartPage planTonnesPage(const ChartWork& work);
ChartPage planStripPage(const ChartWork& work);
ChartPage planRiskPage(const ChartWork& work);
ChartPage planValuePage(const ChartWork& work);
ChartPage chainPage(const ChartWork& work);

ChartPage noChart(std::string reason);
/// A round upper end of an axis: 1, 2, 2.5 or 5 times a power of ten.
double roundEnd(double value);
/// "cu_pct, %"
std::string axisTitle(const std::string& name, const std::string& unit);

/// The drillholes that the choice names, else those of the question's object, else the first of the deposit
/// with the column of that name, else the first; nullptr without any.
const geology::DrillHoles* holesOf(const ChartQuestion& question);
/// The column of grades in a set of holes that fits that of the question: of the same name, else one that
/// begins alike ("cu" and "Cu_pct").
geology::IntervalColumnRef gradeInHoles(const ChartQuestion& question, const geology::DrillHoles& holes);
/// Pattern of a rock by its name ("granite", "LST", "arenisca"); Blank for unknown ones.
RockPattern rockPattern(std::string_view rock);

}  // namespace adit::viewer
