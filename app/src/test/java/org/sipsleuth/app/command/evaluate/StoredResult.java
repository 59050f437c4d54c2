package org.sipsleuth.app.command.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.JsonText;
import org.sipsleuth.evaluation.PlayedSeeds;

/// A result that `evaluate -o FILE.json` wrote.
///
/// @param command the words that give it again
/// @param commit of the program, if it was built from one
/// @param isChanged whether the sources differed from the commit
/// @param seeds that were played
/// @param tables the rows of each table
record StoredResult(List<String> command, Optional<String> commit, boolean isChanged, List<PlayedSeeds> seeds,
        Map<String, List<Row>> tables) {

    /// A row.
    record Row(String name, @Nullable Double paper, double ours, double least, double most, @Nullable String must,
            boolean isMissed, @Nullable Double simplest, @Nullable Double best) {

        Row named(String other) {
            return new Row(other, paper, ours, least, most, must, isMissed, simplest, best);
        }
    }

    static StoredResult read(Path file) throws IOException {
        Map<String, Object> json = JsonText.object(Files.readString(file));
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        for (Map<String, Object> table : objects(json.get("tables"))) {
            tables.put(text(table.get("id")), objects(table.get("rows")).stream().map(StoredResult::row).toList());
        }
        List<String> command = new ArrayList<>();
        ((List<?>) value(json, "command")).forEach(word -> command.add(text(word)));
        return new StoredResult(command, Optional.ofNullable(json.get("commit")).map(Object::toString),
                (Boolean) value(json, "changed"), objects(json.get("seeds")).stream().map(StoredResult::seeds).toList(),
                tables);
    }

    private static Row row(Map<String, Object> row) {
        return new Row(text(row.get("name")), number(row.get("paper")), needed(row, "ours"), needed(row, "ours_least"),
                needed(row, "ours_most"), (String) row.get("must"), Boolean.FALSE.equals(row.get("met")),
                number(row.get("simplest")), number(row.get("best")));
    }

    private static PlayedSeeds seeds(Map<String, Object> json) {
        return new PlayedSeeds(PlayedSeeds.Purpose.valueOf(text(json.get("purpose")).toUpperCase(Locale.ROOT)),
                (long) needed(json, "from"), (long) needed(json, "count"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(@Nullable Object list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(list);
    }

    private static Object value(Map<String, Object> json, String key) {
        return Objects.requireNonNull(json.get(key), key);
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }

    private static double needed(Map<String, Object> json, String key) {
        return Objects.requireNonNull(number(value(json, key)), key);
    }

    /// NaN is written as a text.
    private static @Nullable Double number(@Nullable Object value) {
        return value == null ? null : Double.valueOf(value.toString());
    }
}
