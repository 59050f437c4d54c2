package org.sipsleuth.view.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Lays ranges of styles that lie over each other into one row of spans, as RichTextFX wants them.
final class StyleLayers {

    private StyleLayers() {}

    /// The spans of a text of this length, which must not be 0.
    static StyleSpans<Collection<String>> flatten(List<StyledRange> ranges, int length) {
        int[] edges =
                IntStream.concat(
                                IntStream.of(0, length),
                                ranges.stream().flatMapToInt(r -> IntStream.of(r.from(), r.to())))
                        .sorted()
                        .distinct()
                        .toArray();
        List<List<String>> styles = new ArrayList<>(edges.length - 1);
        for (int i = 0; i < edges.length - 1; i++) {
            styles.add(new ArrayList<>(2));
        }
        for (StyledRange range : ranges) {
            int i = Arrays.binarySearch(edges, range.from());
            for (; i < edges.length - 1 && edges[i] < range.to(); i++) {
                styles.get(i).add(range.style());
            }
        }
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>(edges.length - 1);
        for (int i = 0; i < edges.length - 1; i++) {
            spans.add(List.copyOf(styles.get(i)), edges[i + 1] - edges[i]);
        }
        return spans.create();
    }
}
