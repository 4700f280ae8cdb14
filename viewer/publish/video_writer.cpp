// Videos through FFmpeg's libraries: H.264 where an encoder is installed, else what else the container takes.
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <filesystem>
#include <utility>

#include "viewer/publish/film_writer.h"

namespace adit::viewer {
namespace {

namespace fs = std::filesystem;
using Opened = std::variant<std::unique_ptr<FilmWriter>, std::string>;

template <auto Free>
struct FreeBy {
  template <typename T>
  void operator()(T* pointer) const {
    Free(&pointer);
  }
};
using CodecHandle = std::unique_ptr<AVCodecContext, FreeBy<avcodec_free_context>>;
using FrameHandle = std::unique_ptr<AVFrame, FreeBy<av_frame_free>>;
using PacketHandle = std::unique_ptr<AVPacket, FreeBy<av_packet_free>>;
struct FreeScaler {
  void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
};
struct FreeFormat {
  void operator()(AVFormatContext* format) const {
    if (format->pb != nullptr) avio_closep(&format->pb);
    avformat_free_context(format);
  }
};

std::string messageOf(int code) {
  std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
  av_strerror(code, text.data(), text.size());
  return text.data();
}

/// An encoder and how it is asked for a picture without visible loss.
struct Encoder {
  const char* name;
  const char* title;
  std::vector<std::pair<const char*, const char*>> options;
};

std::vector<Encoder> encodersOf(FilmFormat format) {
  const Encoder vp9{
      "libvpx-vp9", "VP9", {{"crf", "24"}, {"deadline", "good"}, {"cpu-used", "3"}, {"row-mt", "1"}}};
  const Encoder vp8{"libvpx", "VP8", {{"crf", "8"}, {"deadline", "good"}, {"cpu-used", "2"}}};
  if (format == FilmFormat::WebM) return {vp9, vp8};
  // Without the macroblock tree: x264's code for it reads memory that nobody wrote where a picture is no
  // multiple of some 64 pixels wide, and the same film would have other bytes each time.
  return {{"libx264", "H.264", {{"crf", "18"}, {"preset", "medium"}, {"mbtree", "0"}}},
          {"libopenh264", "H.264", {}},
          vp9,
          {"libaom-av1", "AV1", {{"crf", "24"}, {"cpu-used", "6"}}},
          {"mpeg4", "MPEG-4", {{"qmin", "2"}, {"qmax", "4"}}}};
}

class Video final : public FilmWriter {
 public:
  Video(std::string path, FilmFormat format, FilmShape shape)
      : path_(std::move(path)), partial_(path_ + ".part"), format_(format), shape_(std::move(shape)) {}
  ~Video() override {
    container_.reset();
    std::error_code ignored;
    if (begun_ && !finished_) fs::remove(partial_, ignored);
  }

  /// An error text, or an empty string.
  std::string begin() {
    AVFormatContext* container = nullptr;
    const char* muxer = format_ == FilmFormat::Mp4 ? "mp4" : "webm";
    if (avformat_alloc_output_context2(&container, nullptr, muxer, partial_.c_str()) < 0 ||
        container == nullptr)
      return std::string("this machine's libavformat writes no ") + muxer;
    container_.reset(container);
    if (std::string fault = openEncoder(); !fault.empty()) return fault;
    return openFile();
  }

  std::string add(const Image& frame, const std::vector<formats::PngText>&) override {
    if (frame.width != shape_.width || frame.height != shape_.height) return "a frame has another size";
    if (const int code = av_frame_make_writable(picture_.get()); code < 0) return messageOf(code);
    const std::array<const std::uint8_t*, 1> rows{frame.rgb.data()};
    const std::array<int, 1> stride{frame.width * 3};
    sws_scale(scaler_.get(), rows.data(), stride.data(), 0, frame.height, picture_->data, picture_->linesize);
    picture_->pts = count_++;
    return encode(picture_.get());
  }

  std::string finish() override {
    if (std::string fault = encode(nullptr); !fault.empty()) return fault;
    if (const int code = av_write_trailer(container_.get()); code < 0) return "the end: " + messageOf(code);
    container_.reset();
    std::error_code fault;
    fs::rename(partial_, path_, fault);
    if (fault) return "cannot name the film " + path_ + ": " + fault.message();
    finished_ = true;
    return {};
  }
  std::string description() const override { return description_; }

 private:
  std::string openEncoder() {
    std::string tried;
    for (const Encoder& encoder : encodersOf(format_)) {
      const AVCodec* codec = avcodec_find_encoder_by_name(encoder.name);
      if (codec != nullptr && openCodec(*codec, encoder)) {
        description_ = std::string(encoder.title) + " (" + encoder.name + ")";
        return {};
      }
      tried += (tried.empty() ? "" : ", ") + std::string(encoder.name);
    }
    return "no encoder for this film is installed (" + tried +
           "); install one with FFmpeg's libavcodec, or write a folder of frames";
  }

  bool openCodec(const AVCodec& codec, const Encoder& encoder) {
    codec_.reset(avcodec_alloc_context3(&codec));
    const AVRational rate = av_d2q(shape_.fps, 1'001'000);
    codec_->width = shape_.width;
    codec_->height = shape_.height;
    codec_->time_base = av_inv_q(rate);
    codec_->framerate = rate;
    codec_->pix_fmt = AV_PIX_FMT_YUV420P;
    codec_->gop_size = std::max(1, static_cast<int>(2 * shape_.fps));
    codec_->color_range = AVCOL_RANGE_MPEG;
    codec_->colorspace = AVCOL_SPC_BT709;
    codec_->color_primaries = AVCOL_PRI_BT709;
    codec_->color_trc = AVCOL_TRC_BT709;
    codec_->flags |= AV_CODEC_FLAG_BITEXACT;  // neither times nor versions in the file
    codec_->thread_count = 1;  // encoders divide a picture by their threads; drawing takes longer anyway
    if ((container_->oformat->flags & AVFMT_GLOBALHEADER) != 0) codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    for (const auto& [key, value] : encoder.options)
      av_opt_set(codec_.get(), key, value, AV_OPT_SEARCH_CHILDREN);
    return avcodec_open2(codec_.get(), &codec, nullptr) >= 0;
  }

  std::string openFile() {
    stream_ = avformat_new_stream(container_.get(), nullptr);
    if (stream_ == nullptr) return "the film has no memory";
    stream_->time_base = codec_->time_base;
    stream_->avg_frame_rate = codec_->framerate;
    avcodec_parameters_from_context(stream_->codecpar, codec_.get());
    container_->flags |= AVFMT_FLAG_BITEXACT;
    av_dict_set(&container_->metadata, "title", shape_.title.c_str(), 0);
    av_dict_set(&container_->metadata, "comment", shape_.comment.c_str(), 0);
    if (std::string fault = openPicture(); !fault.empty()) return fault;
    if (const int code = avio_open(&container_->pb, partial_.c_str(), AVIO_FLAG_WRITE); code < 0)
      return "cannot write " + path_ + ": " + messageOf(code);
    begun_ = true;
    AVDictionary* options = nullptr;
    if (format_ == FilmFormat::Mp4) av_dict_set(&options, "movflags", "+faststart", 0);
    const int code = avformat_write_header(container_.get(), &options);
    av_dict_free(&options);
    return code < 0 ? "cannot begin the film: " + messageOf(code) : std::string();
  }

  std::string openPicture() {
    picture_.reset(av_frame_alloc());
    packet_.reset(av_packet_alloc());
    picture_->format = AV_PIX_FMT_YUV420P;
    picture_->width = shape_.width;
    picture_->height = shape_.height;
    if (av_frame_get_buffer(picture_.get(), 0) < 0) return "the film has no memory";
    constexpr int kExact =
        SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_FULL_CHR_H_INT | SWS_BITEXACT;
    scaler_.reset(sws_getContext(shape_.width, shape_.height, AV_PIX_FMT_RGB24, shape_.width, shape_.height,
                                 AV_PIX_FMT_YUV420P, kExact, nullptr, nullptr, nullptr));
    if (scaler_ == nullptr) return "frames of that size cannot be converted";
    const int* table = sws_getCoefficients(SWS_CS_ITU709);
    constexpr int kOne = 1 << 16;  // contrast and saturation as they are
    sws_setColorspaceDetails(scaler_.get(), table, 1, table, 0, 0, kOne, kOne);
    return {};
  }

  /// nullptr: what the encoder still holds comes out.
  std::string encode(const AVFrame* frame) {
    if (const int code = avcodec_send_frame(codec_.get(), frame); code < 0)
      return "encoding: " + messageOf(code);
    for (;;) {
      const int code = avcodec_receive_packet(codec_.get(), packet_.get());
      if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return {};
      if (code < 0) return "encoding: " + messageOf(code);
      packet_->duration = 1;
      av_packet_rescale_ts(packet_.get(), codec_->time_base, stream_->time_base);
      packet_->stream_index = stream_->index;
      if (const int wrote = av_interleaved_write_frame(container_.get(), packet_.get()); wrote < 0)
        return "cannot write " + path_ + ": " + messageOf(wrote);
    }
  }

  std::string path_, partial_;
  FilmFormat format_;
  FilmShape shape_;
  std::string description_;
  std::unique_ptr<AVFormatContext, FreeFormat> container_;
  CodecHandle codec_;
  AVStream* stream_ = nullptr;  ///< of the container
  FrameHandle picture_;
  PacketHandle packet_;
  std::unique_ptr<SwsContext, FreeScaler> scaler_;
  std::int64_t count_ = 0;
  bool begun_ = false, finished_ = false;
};

}  // namespace

Opened openVideo(const std::string& path, FilmFormat format, const FilmShape& shape) {
  if (shape.width % 2 != 0 || shape.height % 2 != 0)
    return "width and height of a video are even numbers: colours are stored for pairs of pixels";
  av_log_set_level(AV_LOG_ERROR);
  auto video = std::make_unique<Video>(path, format, shape);
  if (std::string fault = video->begin(); !fault.empty()) return fault;
  return video;
}

}  // namespace adit::viewer
