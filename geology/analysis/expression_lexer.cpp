#include "geology/analysis/expression_lexer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "geology/model/plain_text.h"

namespace adit::analysis {
namespace {

constexpr std::array<std::string_view, 5> kWords{"and", "or", "not", "in", "has"};
constexpr std::array<std::string_view, 14> kSymbols{"==", "!=", "<=", ">=", "<", ">", "(",
                                                    ")",  ",",  "+",  "-",  "*", "/", "="};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool beginsName(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 128;
}
bool continuesName(char c) {
  return beginsName(c) || isDigit(c) || c == '.' || c == '%' || c == '#';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::variant<std::vector<Token>, ExpressionFault> tokens() {
    std::vector<Token> tokens;
    do {
      tokens.push_back(next());
    } while (error_.empty() && tokens.back().kind != Token::Kind::End);
    if (!error_.empty()) return ExpressionFault{error_};
    return tokens;
  }

 private:
  Token next() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    Token token;
    token.position = at_ + 1;
    if (at_ == text_.size()) return token;
    const char c = text_[at_];
    if (c == '"' || c == '\'') return enclosed(token, c, Token::Kind::Text);
    if (c == '[') return enclosed(token, ']', Token::Kind::Name);
    if (isDigit(c) || (c == '.' && at_ + 1 < text_.size() && isDigit(text_[at_ + 1]))) return number(token);
    return beginsName(c) ? name(token) : symbol(token);
  }

  /// A text in quotes or a name in brackets; the closing character stands for itself when it is doubled.
  Token enclosed(Token token, char close, Token::Kind kind) {
    token.kind = kind;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == close) {
        if (++at_ == text_.size() || text_[at_] != close) return token;
      }
      token.text += text_[at_];
    }
    fail(token.position, std::string("this is never closed by ") + close);
    return token;
  }

  Token number(Token token) {
    token.kind = Token::Kind::Number;
    const char* first = text_.data() + at_;
    const auto [end, code] = std::from_chars(first, text_.data() + text_.size(), token.number);
    if (code != std::errc{}) fail(token.position, "this number is too large or too small");
    at_ += static_cast<std::size_t>(end - first);
    if (at_ < text_.size() && continuesName(text_[at_]))
      fail(token.position, "a name must not begin with a digit; write it in [brackets]");
    return token;
  }

  Token name(Token token) {
    const std::size_t first = at_;
    while (at_ < text_.size() && continuesName(text_[at_])) ++at_;
    token.text = text_.substr(first, at_ - first);
    token.kind = Token::Kind::Name;
    const std::string lower = geology::lowerCase(token.text);
    if (std::find(kWords.begin(), kWords.end(), lower) != kWords.end()) {
      token.kind = Token::Kind::Word;
      token.text = lower;
    }
    return token;
  }

  Token symbol(Token token) {
    token.kind = Token::Kind::Symbol;
    for (const std::string_view known : kSymbols) {
      if (!text_.substr(at_).starts_with(known)) continue;
      if (known == "=") fail(token.position, "write == to compare");
      token.text = known;
      at_ += known.size();
      return token;
    }
    fail(token.position, std::string("'") + text_[at_] + "' does not belong here");
    return token;
  }

  void fail(std::size_t position, const std::string& what) {
    error_ = "at character " + std::to_string(position) + ": " + what;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string error_;
};

}  // namespace

std::variant<std::vector<Token>, ExpressionFault> tokenize(std::string_view text) {
  return Lexer(text).tokens();
}

}  // namespace adit::analysis
