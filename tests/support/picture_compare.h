// Pictures compared pixel by pixel with a baseline, made by the same software renderer everywhere.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "viewer/scene/scene.h"

namespace adit::tests {

/// Share of the pixels of which a channel differs by more than 8 of 255. VTK's own comparator passes a
/// picture that moved by two pixels; this one does not.
double differingShare(const viewer::Image& a, const viewer::Image& b);

/// Fails when more than 0.05 % of the pixels differ from tests/baselines/<name>.png; then the picture and the
/// difference are left in the build folder. With ADIT_UPDATE_BASELINES=1 the baseline is written instead:
/// look at it!
void expectPicture(const viewer::Image& image, const std::string& name);

}  // namespace adit::tests
