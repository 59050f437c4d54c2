package org.sipsleuth.view.message.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lays ranges of styles that overlap into one row of runs.
final class StyleLayers {

    private StyleLayers() {}

    /// The runs of a text of this length, from its beginning to its end, without gaps; none of an
    /// empty one.
    static List<StyledRun> flatten(List<StyledRange> ranges, int length) {
        int[] edges = edges(ranges, length);
        List<List<String>> styles = new ArrayList<>(edges.length);
        for (int i = 0; i < edges.length - 1; i++) {
            styles.add(new ArrayList<>(2));
        }
        for (StyledRange range : ranges) {
            int i = Arrays.binarySearch(edges, range.from());
            for (; i < edges.length - 1 && edges[i] < range.to(); i++) {
                styles.get(i).add(range.style());
            }
        }
        List<StyledRun> runs = new ArrayList<>(edges.length);
        for (int i = 0; i < edges.length - 1; i++) {
            runs.add(new StyledRun(edges[i], edges[i + 1], styles.get(i)));
        }
        return List.copyOf(runs);
    }

    /// Where a range begins or ends, each once, rising.
    private static int[] edges(List<StyledRange> ranges, int length) {
        int[] edges = new int[2 * ranges.size() + 2];
        int count = 1; // the first is 0
        edges[count++] = length;
        for (StyledRange range : ranges) {
            edges[count++] = range.from();
            edges[count++] = range.to();
        }
        Arrays.sort(edges);
        int kept = 0;
        for (int edge : edges) {
            if (edge != edges[kept]) {
                edges[++kept] = edge;
            }
        }
        return Arrays.copyOf(edges, kept + 1);
    }
}
