package org.sipsleuth.ngram.detection;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.ngram.cluster.Clusters;

/// Messages in groups.
///
/// @param messages the numbers of those that were grouped
/// @param clusters their groups, in the same order
public record MessageClusters(List<Integer> messages, Clusters clusters) {

    /// Takes a copy.
    public MessageClusters {
        messages = List.copyOf(messages);
    }

    /// The messages of a group.
    public List<Integer> of(int cluster) {
        return Arrays.stream(clusters.members(cluster)).mapToObj(messages::get).toList();
    }
}
