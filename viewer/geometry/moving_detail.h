// How finely blocks are drawn while something moves: as finely as the machine can follow.
#pragma once
#include <cstddef>
#include <optional>

namespace adit::viewer {

/// The level of detail whose faces fit: 0 is every block, n blocks joined 2^n to a side. From one picture to
/// the next it rises as far as it must, and falls by one where that has room.
class DetailLevel {
 public:
  static constexpr int kCoarsest = 5;

  int level() const { return level_; }
  /// Before a picture. `wholeFaces`: those of level 0, where they are known.
  void begin(std::size_t mostFaces, std::optional<std::size_t> wholeFaces);
  /// The skin of level() has so many faces. True: it is the one to draw. False: level() is now a coarser one.
  bool fits(std::size_t faces, std::size_t mostFaces);

 private:
  static constexpr double kSmooth = 4;

  int level_ = 0;
  double faces_ = 0;  ///< of the last picture, at level_
  /// Faces of a finer level for one of this: four on a smooth surface, more on a ragged one. What is tried in
  /// vain teaches the true number, so that it is not tried again before other blocks are shown.
  double finer_ = kSmooth;
  double learntAt_ = 0;            ///< faces at which finer_ was learnt
  std::optional<double> tooMany_;  ///< faces of the level below, which was just found too fine
};

/// How many faces can follow the hand, learnt from how long pictures took.
///
/// A picture costs something however few its faces are (pixels, everything else that is in it), and something
/// for each face. Pictures of two levels tell the two apart; one alone tells only that time grows at most
/// with the number of faces.
class FaceBudget {
 public:
  explicit FaceBudget(std::size_t most) : most_(most) {}

  std::size_t most() const { return most_; }
  /// A picture with so many faces took so many seconds, with all else that is in it. One slow picture teaches
  /// nothing: the first of its kind waits for its shaders and buffers, any for what else the machine does.
  void measured(std::size_t faces, double seconds);

 private:
  struct Picture {
    double faces, seconds;
  };
  void remember(const Picture& picture);
  double facesIn(double seconds) const;

  std::size_t most_;
  bool slowBefore_ = false;
  std::optional<Picture> latest_;
  std::optional<Picture> other_;  ///< the latest of another level
  int otherAge_ = 0;              ///< pictures since
};

}  // namespace adit::viewer
