package org.sipsleuth.view.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.ui.Memory;

/// The filters that have names, kept from one start to the next, and those of the open case. What
/// is saved or deleted while a case is open is so in the case, too.
final class SavedFilters {

    private static final String KEY = "filter.saved";
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 8_000;

    private final Memory memory;
    private final CaseModel cases;
    private final List<SavedFilter> saved = new ArrayList<>();

    SavedFilters(Memory memory, CaseModel cases) {
        this.memory = memory;
        this.cases = cases;
        memory.get(KEY)
                .stream()
                .flatMap(String::lines)
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2 && canBe(parts[0], parts[1]))
                .limit(MOST)
                .forEach(parts -> saved.add(new SavedFilter(parts[0], parts[1])));
    }

    /// By name. A filter of the case comes before one of the same name of the user.
    List<SavedFilter> all() {
        List<SavedFilter> ofCase =
                ofCase().entrySet().stream().map(each -> new SavedFilter(each.getKey(), each.getValue())).toList();
        return Stream.concat(ofCase.stream(), saved.stream().filter(each -> !ofCase().containsKey(each.name())))
                .sorted(Comparator.comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private SortedMap<String, String> ofCase() {
        return cases.openProperty().get().map(OpenCase::filters).orElseGet(TreeMap::new);
    }

    /// Whether a filter can be saved so.
    boolean canSave(String name, String text) {
        boolean isKnown = saved.stream().anyMatch(one -> one.name().equals(name.strip()));
        return canBe(name, text) && (isKnown || saved.size() < MOST);
    }

    private static boolean canBe(String name, String text) {
        return !name.isBlank() && !text.isBlank() && name.length() <= LONGEST_NAME && text.length() <= LONGEST_TEXT
                && name.chars().noneMatch(Character::isISOControl) && text.lines().count() == 1;
    }

    /// Saves a filter; one of the same name makes room for it.
    void save(String name, String text) {
        if (canSave(name, text)) {
            saved.removeIf(one -> one.name().equals(name.strip()));
            SavedFilter added = new SavedFilter(name.strip(), text.strip());
            saved.add(added);
            cases.saveFilter(added.name(), added.text());
            memory.change(KEY, lines -> Stream.concat(without(lines, added.name()), Stream.of(line(added)))
                    .collect(Collectors.joining("\n")));
        }
    }

    void delete(SavedFilter filter) {
        if (ofCase().containsKey(filter.name())) {
            cases.saveFilter(filter.name(), "");
            return; // one of the user of the same name stays
        }
        saved.removeIf(one -> one.name().equals(filter.name()));
        memory.change(KEY, lines -> without(lines, filter.name()).collect(Collectors.joining("\n")));
    }

    private static Stream<String> without(String lines, String name) {
        return lines.lines().filter(line -> !line.startsWith(name + "\t"));
    }

    private static String line(SavedFilter filter) {
        return filter.name() + "\t" + filter.text();
    }
}
