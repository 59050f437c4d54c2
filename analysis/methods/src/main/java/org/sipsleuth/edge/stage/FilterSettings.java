package org.sipsleuth.edge.stage;

/// Settings of the layer 3/4 filter.
///
/// @param perSecond new requests per second and source; more block it. More than 0
/// @param offences so many discarded messages within 10 s block a source (feedback); 0: none do
/// @param blockSeconds for how long a source is blocked
public record FilterSettings(double perSecond, int offences, double blockSeconds) {

    /// 20 requests per second, 10 offences, 60 s.
    public static final FilterSettings USUAL = new FilterSettings(20, 10, 60);
}
