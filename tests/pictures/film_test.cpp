// Films: each frame is the render of its state, the same film twice is the same, and what is written can be
// read.
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <malloc.h>

#include <cmath>
#include <filesystem>

#include "geology/formats/png_text.h"
#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "tests/support/temporary_folder.h"
#include "viewer/publish/film.h"
#include "viewer/publish/film_writer.h"
#include "viewer/scene/notes.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

project::OpenResult sampleOpened() {
  project::OpenResult opened;
  opened.deposit = tests::sampleDeposit();
  return opened;
}

ViewState stateAfter(const std::string& script) {
  const auto deposit = tests::sampleDeposit();
  const auto state = applyScript(initialState(*deposit), script, *deposit);
  if (const auto* fault = std::get_if<CommandError>(&state)) throw std::runtime_error(fault->message);
  return std::get<ViewState>(state);
}

constexpr const char* kTwoStops =
    "hide topography\ntour add 'All of it' 'Where it lies, and what is around it.'\ntour seconds 1 0.4\n"
    "range blocks cu_pct 0.4 inf\norbit 40 10\ntour add 'The ore' 'At a cut-off of 0.4 %.'\ntour seconds 2 "
    "0.4\n"
    "tour transition 2 0.4";

FilmRequest smallFilm() {
  FilmRequest request;
  request.width = 480;
  request.height = 360;
  request.fps = 5;
  return request;
}

PlayedTour playedTour(const std::string& script = kTwoStops) {
  const FilmRequest film = smallFilm();
  return playable(stateAfter(script), *tests::sampleDeposit(),
                  {static_cast<double>(film.width) / film.height, false});
}

Image above(const Image& frame, int rows) {
  Image part{frame.width, rows, {}};
  part.rgb.assign(frame.rgb.begin(),
                  frame.rgb.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(rows) *
                                                                  static_cast<std::size_t>(frame.width) * 3));
  return part;
}

TEST(Film, EveryFrameIsTheRenderOfItsState) {
  FilmPainter painter(sampleOpened(), playedTour(), smallFilm());
  ASSERT_EQ(painter.frameCount(), 6U);
  for (const std::size_t frame : {0U, 1U, 3U, 4U, 5U}) {
    const Image& film = painter.frame(frame);
    EXPECT_EQ(film.height, 360);
    const PictureRequest room{480, painter.layout().picture, 1};
    const Image render = renderPicture(tests::sampleDeposit(), painter.momentOf(frame).state, room);
    EXPECT_EQ(above(film, room.height).rgb, render.rgb) << frame;
  }
}

TEST(Film, TheSameFilmTwiceHasTheSameFrames) {
  FilmPainter first(sampleOpened(), playedTour(), smallFilm()),
      second(sampleOpened(), playedTour(), smallFilm());
  // The other way round, so that nothing may depend on what was drawn before.
  std::vector<Image> backwards(6);
  for (std::size_t i = 6; i-- > 0;) backwards[i] = second.frame(i);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(first.frame(i).rgb, backwards[i].rgb) << i;
}

TEST(Film, ItsLengthCanBeGiven) {
  FilmRequest request = smallFilm();
  request.seconds = 4;
  FilmPainter painter(sampleOpened(), playedTour(), request);
  EXPECT_EQ(painter.frameCount(), 20U);
  // 1.2 s in 4 s: frame 10 at 2 s shows 0.6 s of the tour, the middle of the way.
  EXPECT_TRUE(painter.momentOf(10).onTheWay);
  EXPECT_EQ(painter.momentOf(10).state, momentAt(playedTour(), 2 * durationOf(playedTour()) / 4).state);
}

struct VideoFacts {
  int width = 0, height = 0, frames = 0;
  double seconds = 0;
  std::string codec, comment;
};

VideoFacts factsOf(const std::string& path) {
  VideoFacts facts;
  AVFormatContext* format = nullptr;
  if (avformat_open_input(&format, path.c_str(), nullptr, nullptr) < 0) return facts;
  avformat_find_stream_info(format, nullptr);
  const AVStream& stream = *format->streams[0];
  facts.width = stream.codecpar->width;
  facts.height = stream.codecpar->height;
  facts.seconds = static_cast<double>(format->duration) / AV_TIME_BASE;
  facts.codec = avcodec_get_name(stream.codecpar->codec_id);
  if (const auto* entry = av_dict_get(format->metadata, "comment", nullptr, 0)) facts.comment = entry->value;
  const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
  AVCodecContext* decoder = avcodec_alloc_context3(codec);
  avcodec_parameters_to_context(decoder, stream.codecpar);
  avcodec_open2(decoder, codec, nullptr);
  AVPacket* packet = av_packet_alloc();
  AVFrame* frame = av_frame_alloc();
  const auto receive = [&] {
    while (avcodec_receive_frame(decoder, frame) >= 0) ++facts.frames;
  };
  while (av_read_frame(format, packet) >= 0) {
    avcodec_send_packet(decoder, packet);
    av_packet_unref(packet);
    receive();
  }
  avcodec_send_packet(decoder, nullptr);
  receive();
  av_frame_free(&frame);
  av_packet_free(&packet);
  avcodec_free_context(&decoder);
  avformat_close_input(&format);
  return facts;
}

TEST(Film, AVideoHasTheFramesTheSizeAndTheLengthAskedFor) {
  const tests::TemporaryFolder folder;
  for (const std::string name : {"film.mp4", "film.webm"}) {
    geology::Progress progress;
    const auto made = makeFilm({sampleOpened(), playedTour(), folder.at(name)}, smallFilm(), progress);
    ASSERT_TRUE(std::holds_alternative<FilmMade>(made)) << std::get<std::string>(made);
    EXPECT_EQ(std::get<FilmMade>(made).frames, 6U);
    const VideoFacts facts = factsOf(folder.at(name));
    EXPECT_EQ(facts.width, 480) << name;
    EXPECT_EQ(facts.height, 360) << name;
    EXPECT_EQ(facts.frames, 6) << name;
    EXPECT_NEAR(facts.seconds, 1.2, 0.01) << name;
    EXPECT_THAT(facts.comment, HasSubstr("sample")) << name;
    EXPECT_EQ(progress.fraction(), 1);
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "nothing else is left";
}

/// 20 frames of patterns that move. 480 is no multiple of 64: where encoders pad their rows.
std::string encodedBytes(const std::string& path) {
  const int width = 480, height = 360;
  auto opened = openFilm(path, {width, height, 5, "title", "comment"});
  auto& writer = std::get<std::unique_ptr<FilmWriter>>(opened);
  for (int f = 0; f < 20; ++f) {
    Image frame{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3)};
    for (int i = 0; i < width * height; ++i) {
      const int x = i % width, y = i / width;
      const auto at = static_cast<std::size_t>(i) * 3;
      frame.rgb[at] = static_cast<std::uint8_t>(128 + 100 * std::sin((x + 3 * f) * .05));
      frame.rgb[at + 1] = static_cast<std::uint8_t>(x * 7 + y * 13 + f * 5);
      frame.rgb[at + 2] = static_cast<std::uint8_t>((x / 16 + y / 16) % 2 * 200);
    }
    EXPECT_EQ(writer->add(frame, {}), "");
  }
  EXPECT_EQ(writer->finish(), "");
  return tests::contentOf(path);
}

TEST(Film, TheSameFramesTwiceAreTheSameBytes) {
  const tests::TemporaryFolder folder;
  for (const std::string name : {"film.mp4", "film.webm"}) {
    const std::string first = encodedBytes(folder.at(name));
    ASSERT_GT(first.size(), 10'000U);
    for (const int byte : {0x5A, 0x01, 0xFF}) {
      // What is allocated from here on is full of that byte: an encoder that reads what it never wrote gives
      // itself away.
      ::mallopt(M_PERTURB, byte);
      EXPECT_TRUE(encodedBytes(folder.at(name)) == first) << name << ' ' << byte;
    }
    ::mallopt(M_PERTURB, 0);
  }
}

TEST(Film, FramesAreNumberedPicturesThatCarryTheirViews) {
  const tests::TemporaryFolder folder;
  geology::Progress progress;
  const auto made = makeFilm({sampleOpened(), playedTour(), folder.at("frames/")}, smallFilm(), progress);
  ASSERT_TRUE(std::holds_alternative<FilmMade>(made)) << std::get<std::string>(made);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.at("frames")), {}), 6);
  const auto texts = formats::pngTexts(tests::contentOf(folder.at("frames/frame_000006.png")));
  const auto* list = std::get_if<std::vector<formats::PngText>>(&texts);
  ASSERT_NE(list, nullptr);
  ASSERT_FALSE(list->empty());
  EXPECT_THAT(list->front().text, HasSubstr("cu_pct"));
  const auto again = makeFilm({sampleOpened(), playedTour(), folder.at("frames")}, smallFilm(), progress);
  ASSERT_TRUE(std::holds_alternative<std::string>(again));
  EXPECT_THAT(std::get<std::string>(again), HasSubstr("is not empty"));
}

TEST(Film, WhatIsCancelledLeavesNothing) {
  const tests::TemporaryFolder folder;
  for (const std::string name : {"film.mp4", "frames"}) {
    geology::Progress progress;
    progress.cancel();
    EXPECT_THROW(makeFilm({sampleOpened(), playedTour(), folder.at(name)}, smallFilm(), progress),
                 geology::Cancelled);
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

std::string faultOf(const std::string& path, const FilmRequest& request, PlayedTour tour = playedTour()) {
  geology::Progress progress;
  const auto made = makeFilm({sampleOpened(), std::move(tour), path}, request, progress);
  const auto* fault = std::get_if<std::string>(&made);
  return fault == nullptr ? "" : *fault;
}

TEST(Film, SaysWhyThereIsNone) {
  const tests::TemporaryFolder folder;
  EXPECT_THAT(faultOf(folder.at("film.avi"), smallFilm()), HasSubstr("ends in .mp4 or .webm"));
  EXPECT_THAT(faultOf(folder.at("no/film.mp4"), smallFilm()), HasSubstr("cannot write"));
  EXPECT_THAT(faultOf(folder.at("film.mp4"), smallFilm(), {}), HasSubstr("no stop"));
  FilmRequest odd = smallFilm();
  odd.width = 481;
  EXPECT_THAT(faultOf(folder.at("film.mp4"), odd), HasSubstr("even numbers"));
  FilmRequest flat = smallFilm();
  flat.height = 60;
  flat.scale = 4;
  EXPECT_THAT(faultOf(folder.at("film.mp4"), flat), HasSubstr("no room for its captions and its stamp"));
  EXPECT_THAT(faultOf(folder.at("film.mp4"), smallFilm(), playedTour("mode public\ntour add One")),
              HasSubstr("Public mode does not let"));
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

// ---- how it looks

const char* const kNoted =
    "hide topography\nrange blocks cu_pct 0.4 inf\nnote add 318400 3218200 1150 'The core: drilled from "
    "three sides, "
    "and open at depth.'\nnote add 318520 3218290 1020 'Here one hole alone.'\n"
    "tour add 'The ore body' 'At a cut-off of 0.4 % copper. Below 900 m nobody has drilled, and what is "
    "drawn there "
    "is an extrapolation of the model.'";

Image firstFrame(const std::string& script, int width, int height, double scale) {
  FilmRequest request;
  request.width = width;
  request.height = height;
  request.scale = scale;
  PlayedTour tour =
      playable(stateAfter(script), *tests::sampleDeposit(), {static_cast<double>(width) / height, false});
  ::setenv("SOURCE_DATE_EPOCH", "1790000000", 1);  // the date is part of the picture
  FilmPainter painter(sampleOpened(), std::move(tour), request);
  Image frame = painter.frame(0);
  ::unsetenv("SOURCE_DATE_EPOCH");
  return frame;
}

TEST(FilmPicture, ATourStopHasItsNotesItsCaptionAndItsStamp) {
  tests::expectPicture(firstFrame(kNoted, 900, 640, 1), "tour_stop");
}

TEST(FilmPicture, ATourStopOnPaper) {
  tests::expectPicture(firstFrame(std::string(kNoted) + "\ntheme light", 900, 640, 1), "tour_stop_light");
}

TEST(FilmPicture, ACameraPathIsALineWithItsMoments) {
  const ViewState state = stateAfter(
      "hide topography\nrange blocks cu_pct 0.4 inf\ncamera 318400 3218200 1000 0 25 700\npath around 10\n"
      "camera 318400 3218200 1000 30 40 2600");
  tests::expectPicture(renderPicture(tests::sampleDeposit(), state, {640, 480, 1}), "camera_path");
}

// ---- where notes stand

TEST(Notes, StandBesideTheirPinAndClearOfEverything) {
  NoteRoom room{800, 600, 1, {{0, 0, 250, 200}, {695, 0, 105, 115}, {0, 558, 800, 42}}};
  const auto clear = [&](const PixelBox& box) {
    for (const PixelBox& other : room.taken)
      if (box.meets(other)) return false;
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= 800 && box.y + box.height <= 600;
  };
  for (const Pixel pin : {Pixel{400, 300}, {100, 100}, {795, 5}, {5, 590}, {260, 190}, {790, 590}})
    EXPECT_TRUE(clear(placeOfNote(pin, 160, 40, room))) << pin.x << " " << pin.y;
  // Many notes at one place: each has its own room.
  for (int i = 0; i < 12; ++i) {
    const PixelBox box = placeOfNote({400, 300}, 120, 30, room);
    EXPECT_TRUE(clear(box)) << i;
    room.taken.push_back(box);
  }
}

TEST(Notes, AreNeverDropped) {
  const NoteRoom full{300, 200, 1, {{0, 0, 300, 200}}};
  const PixelBox box = placeOfNote({290, 190}, 100, 30, full);
  EXPECT_GE(box.x, 0);
  EXPECT_LE(box.x + box.width, 300);
  EXPECT_LE(box.y + box.height, 200);
}

}  // namespace
}  // namespace adit::viewer
