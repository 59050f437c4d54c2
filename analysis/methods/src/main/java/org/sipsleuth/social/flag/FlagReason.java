package org.sipsleuth.social.flag;

import org.sipsleuth.social.feature.Feature;

/// A feature by which a user stands out in a period.
///
/// @param value of the user in the period
/// @param group the median of the group
/// @param own the median of the user's earlier periods; NaN without any
/// @param distance from the group's median, in distances of its quartiles; above 0 if the value is
///     higher; -10 to 10
public record FlagReason(Feature feature, double value, double group, double own, double distance) {}
