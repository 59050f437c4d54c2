package org.sipsleuth.view.ngram.heat;

/// How clusters are named and coloured: Okabe and Ito's palette, again from its beginning after
/// seven. The number is the second cue.
public final class ClusterColours {

    private static final int COLOURS = 7;

    private ClusterColours() {}

    /// The style class of a cluster's colour.
    ///
    /// @param cluster from 0
    public static String style(int cluster) {
        return "anomaly-cluster-" + cluster % COLOURS;
    }

    /// The name of a cluster: `C1`.
    ///
    /// @param cluster from 0
    public static String name(int cluster) {
        return "C" + (cluster + 1);
    }
}
