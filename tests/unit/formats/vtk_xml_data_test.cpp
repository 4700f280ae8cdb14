// Arrays of VTK's XML files.
#include "geology/formats/vtk_xml_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace adit::formats {
namespace {

TEST(XmlTexts, WhatIsNoCharacterIsAQuestionMark) {
  XmlTag tag;
  tag.attributes = R"( type="Float64" format="ascii")";
  tag.content = "67 117 0 nan 1e300 -1e300 65 0";
  EXPECT_THAT(xmlTexts(tag, {}, 100), testing::ElementsAre("Cu", "???A"));
}

}  // namespace
}  // namespace adit::formats
