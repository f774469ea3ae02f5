package org.wellmet.graph;

/// What ties one member of [Bonds] to the one from whom was asked; `d(w)` is the degree of `w`.
///
/// - `degree` is the number of their connections: 0 for whoever is not in the graph, or not there to be
///   seen.
/// - `mutualCount` is how many of these are connections of the other as well.
/// - `allocation` is the resource allocation index of the two, the sum of `1 / max(2, d(w))` over the
///   mutual connections `w` (Zhou, Lü, Zhang: *Predicting missing links via local information*, 2009).
/// - `closeness` is the sum of `1 / max(2, d(w))²` over the same.
/// - `inCommon` says for each of [Bonds#own], in that order, how many connections that one and this member
///   have in common; 0 where they are the same. Empty where the other has more than
///   [Bonds#MOST_COMPANIONS], or where nothing is listed.
/// - `some` are as many of their connections as were asked for, or all where there are no more: the keys,
///   in no order that means anything. They lie evenly over the list, which begins with those who have most
///   connections, so that the first ones would be no fair sample. Who they are may differ
///   between two equal graphs.
///
/// The sums are rounded to whole numbers of a unit of 2⁻⁴⁰ per summand, so that they do not depend on the
/// order in which the graph holds its members.
///
/// The arrays are the reader's own.
@SuppressWarnings("ArrayRecordComponent") // hundreds for one page, compared by nobody
public record Bond(int degree, int mutualCount, double allocation, double closeness, int[] inCommon, long[] some) {}
