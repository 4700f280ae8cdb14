#include "geology/planning/boost_closure.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <limits>
#include <vector>

namespace adit::planning {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using EdgeProperties =
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
using VertexProperties =
    boost::property<boost::vertex_color_t, boost::default_color_type,
                    boost::property<boost::vertex_distance_t, long,
                                    boost::property<boost::vertex_predecessor_t, Traits::edge_descriptor>>>;
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, VertexProperties, EdgeProperties>;

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max() / 4;
constexpr NodeIndex kOutside = std::numeric_limits<NodeIndex>::max();

void addArc(Graph& graph, std::size_t from, std::size_t to, std::int64_t capacity) {
  const auto forward = boost::add_edge(from, to, graph).first;
  const auto backward = boost::add_edge(to, from, graph).first;
  boost::put(boost::edge_capacity, graph, forward, capacity);
  boost::put(boost::edge_capacity, graph, backward, std::int64_t{0});
  boost::put(boost::edge_reverse, graph, forward, backward);
  boost::put(boost::edge_reverse, graph, backward, forward);
}

/// Nodes that some ore waits for, in the order in which they are met.
template <class Precedence>
std::vector<NodeIndex> wanted(const Precedence& precedence, std::span<const std::int64_t> values,
                              std::vector<NodeIndex>& numberOf) {
  std::vector<NodeIndex> nodes;
  const auto take = [&](NodeIndex node) {
    if (numberOf[node] != kOutside) return;
    numberOf[node] = static_cast<NodeIndex>(nodes.size());
    nodes.push_back(node);
  };
  for (NodeIndex node = 0; node < values.size(); ++node)
    if (values[node] > 0) take(node);
  for (std::size_t at = 0; at < nodes.size(); ++at)
    precedence.visit(nodes[at], 0, [&](NodeIndex predecessor, std::size_t) {
      take(predecessor);
      return false;
    });
  return nodes;
}

/// Vertices that the source still reaches.
std::vector<char> reached(const Graph& graph, std::size_t source) {
  const auto rest = boost::get(boost::edge_residual_capacity, graph);
  std::vector<char> seen(boost::num_vertices(graph));
  std::vector<std::size_t> open{source};
  seen[source] = 1;
  while (!open.empty()) {
    const std::size_t vertex = open.back();
    open.pop_back();
    for (auto [edge, end] = boost::out_edges(vertex, graph); edge != end; ++edge) {
      const std::size_t to = boost::target(*edge, graph);
      if (seen[to] != 0 || rest[*edge] <= 0) continue;
      seen[to] = 1;
      open.push_back(to);
    }
  }
  return seen;
}

template <class Precedence>
BoostCut cut(const Precedence& precedence, std::span<const std::int64_t> values, bool pushRelabel) {
  std::vector<NodeIndex> numberOf(values.size(), kOutside);
  const std::vector<NodeIndex> nodes = wanted(precedence, values, numberOf);
  const std::size_t source = nodes.size(), sink = nodes.size() + 1;
  Graph graph(nodes.size() + 2);
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    const std::int64_t value = values[nodes[n]];
    if (value > 0) addArc(graph, source, n, value);
    if (value < 0) addArc(graph, n, sink, -value);
    precedence.visit(nodes[n], 0, [&](NodeIndex predecessor, std::size_t) {
      addArc(graph, n, numberOf[predecessor], kNoLimit);
      return false;
    });
  }
  BoostCut result{geology::BitMask(values.size()), 0};
  result.flow = pushRelabel ? boost::push_relabel_max_flow(graph, source, sink)
                            : boost::boykov_kolmogorov_max_flow(graph, source, sink);
  const std::vector<char> inside = reached(graph, source);
  for (std::size_t n = 0; n < nodes.size(); ++n)
    if (inside[n] != 0) result.source.set(nodes[n]);
  return result;
}

}  // namespace

BoostCut boostCut(const GridPrecedence& precedence, std::span<const std::int64_t> values, bool pushRelabel) {
  return cut(precedence, values, pushRelabel);
}
BoostCut boostCut(const ListPrecedence& precedence, std::span<const std::int64_t> values, bool pushRelabel) {
  return cut(precedence, values, pushRelabel);
}

}  // namespace adit::planning
