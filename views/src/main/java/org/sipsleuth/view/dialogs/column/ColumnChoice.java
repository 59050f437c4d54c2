package org.sipsleuth.view.dialogs.column;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.dialog.field.HeaderValue;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.FieldColumn;
import org.sipsleuth.view.ui.Memory;

/// The columns that the user has chosen, and the layouts kept under names. Remembered.
public final class ColumnChoice {

    private static final String NOW = "dialogs.columns";
    private static final String NAMED = "dialogs.layouts";
    private static final int MOST_LAYOUTS = 50;
    private static final int LONGEST_NAME = 60;

    private final Memory memory;
    private final ReadOnlyObjectWrapper<ColumnLayout> layout;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, ColumnLayout> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public ColumnChoice(Memory memory) {
        this.memory = memory;
        layout = new ReadOnlyObjectWrapper<>(
                memory.get(NOW).flatMap(ColumnLayout::decoded).orElseGet(ColumnLayout::first));
        memory.get(NAMED).orElse("").lines().forEach(this::readNamed);
        names.set(List.copyOf(named.keySet()));
        memory.whenReplaced(() -> memory.get(NOW).flatMap(ColumnLayout::decoded).ifPresent(this::use));
    }

    private void readNamed(String line) {
        int gap = line.indexOf(' ');
        if (gap <= 0) {
            return;
        }
        try {
            String name = URLDecoder.decode(line.substring(0, gap), StandardCharsets.UTF_8);
            ColumnLayout.decoded(line.substring(gap + 1))
                    .filter(_ -> named.size() < MOST_LAYOUTS)
                    .ifPresent(layout -> named.put(name, layout));
        } catch (IllegalArgumentException e) {
            return; // written by hand
        }
    }

    /// The layout now.
    public ReadOnlyObjectProperty<ColumnLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /// The names of the layouts that are kept, in order.
    public ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /// Uses this layout from now on.
    public void use(ColumnLayout chosen) {
        if (!chosen.equals(layout.get())) {
            layout.set(chosen);
            memory.keep(NOW, chosen.encoded());
        }
    }

    /// Uses the layout that is kept under this name, if there is one.
    public void useNamed(String name) {
        Optional.ofNullable(named.get(name)).ifPresent(this::use);
    }

    /// Keeps the layout under this name.
    ///
    /// @return whether there is room for it, and the name says something
    public boolean keepAs(String name) {
        String word = name.strip();
        boolean fits = !word.isEmpty() && word.length() <= LONGEST_NAME
                && (named.containsKey(word) || named.size() < MOST_LAYOUTS);
        if (fits) {
            ColumnLayout kept = layout.get();
            named.put(word, kept);
            remember(word, Stream.of(key(word) + kept.encoded()));
        }
        return fits;
    }

    /// Forgets the layout of this name.
    public void forget(String name) {
        named.remove(name);
        remember(name, Stream.empty());
    }

    /// As it was at first.
    public void reset() {
        use(ColumnLayout.first());
    }

    /// @param line the line of this name from now on, or none
    private void remember(String name, Stream<String> line) {
        names.set(List.copyOf(named.keySet()));
        List<String> added = line.toList();
        memory.change(NAMED,
                lines -> Stream.concat(lines.lines().filter(each -> !each.startsWith(key(name))), added.stream())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    private static String key(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + " ";
    }

    /// The columns that can be chosen: first those that are shown, in their order, then the others;
    /// only those of which a word is found in the title, the key or the description. A word that no
    /// column has but that a header field could have is offered as one.
    public List<DialogColumn> offered(String search) {
        String words = search.strip().toLowerCase(Locale.ROOT);
        List<DialogColumn> shown = layout.get().columns();
        List<DialogColumn> found =
                Stream.concat(shown.stream(), DialogColumn.all().stream().filter(c -> !shown.contains(c)))
                        .filter(column -> isFound(column, words))
                        .toList();
        if (words.isEmpty() || !HeaderValue.isName(search.strip())) {
            return found;
        }
        Stream<DialogColumn> headers = Stream.of(HeaderValue.Side.values())
                .map(side -> new FieldColumn(new HeaderValue(side, search.strip())));
        return Stream.concat(found.stream(), headers).distinct().toList();
    }

    private static boolean isFound(DialogColumn column, String words) {
        String all = column.title() + "\n" + column.key() + "\n" + column.description();
        return Stream.of(words.split("\\s+")).allMatch(all.toLowerCase(Locale.ROOT)::contains);
    }
}
