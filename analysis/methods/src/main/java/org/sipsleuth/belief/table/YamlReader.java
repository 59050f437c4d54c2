package org.sipsleuth.belief.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML of which only the plain part is wanted: one document of mappings, rows, and scalars;
/// no anchors, aliases or tags. Goes from event to event, so that nothing is built of what is
/// refused.
final class YamlReader {

    /// Longer than any tables.
    static final int MOST_CHARACTERS = 1 << 18;

    private static final int MOST_VALUES = 20_000;
    private static final int DEEPEST = 8;

    private final Iterator<Event> events;
    private int values;

    private YamlReader(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel("tables").setCodePointLimit(MOST_CHARACTERS).setUseMarks(true).build();
        events = new Parse(settings).parseString(text).iterator();
    }

    /// Reads a text.
    static YamlValue read(String text) throws TablesFormatException {
        if (text.length() > MOST_CHARACTERS) {
            throw new TablesFormatException(0,
                    "has %,d characters; tables have at most %,d".formatted(text.length(), MOST_CHARACTERS));
        }
        try {
            YamlReader reader = new YamlReader(text);
            reader.expect(Event.ID.StreamStart);
            Event begin = reader.next();
            if (begin.getEventId() == Event.ID.StreamEnd) {
                throw new TablesFormatException(0, "is empty");
            }
            YamlValue value = reader.value(reader.next(), 0);
            reader.expect(Event.ID.DocumentEnd);
            reader.expect(Event.ID.StreamEnd);
            return value;
        } catch (MarkedYamlEngineException wrong) {
            throw new TablesFormatException(wrong.getProblemMark().map(YamlReader::line).orElse(0),
                    "is no YAML: " + shortened(wrong.getProblem()));
        } catch (YamlEngineException wrong) {
            throw new TablesFormatException(0, "is no YAML: " + shortened(String.valueOf(wrong.getMessage())));
        }
    }

    /// One line without anything that could steer a terminal.
    static String shortened(String text) {
        String line = text.lines().findFirst().orElse("").replaceAll("[^ -~\\p{L}]", "?");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private Event next() {
        return events.next();
    }

    private void expect(Event.ID id) throws TablesFormatException {
        Event event = next();
        if (event.getEventId() != id) {
            throw new TablesFormatException(line(event), "there is something after the tables' end");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(YamlReader::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private YamlValue value(Event event, int depth) throws TablesFormatException {
        if (++values > MOST_VALUES) {
            throw new TablesFormatException(line(event), "has more than 20,000 values");
        }
        if (depth > DEEPEST) {
            throw new TablesFormatException(line(event), "is nested deeper than tables are");
        }
        refuseSpecial(event);
        return switch (event) {
            case ScalarEvent scalar -> new YamlValue.Scalar(line(event), scalar.getValue(), scalar.isPlain());
            case SequenceStartEvent _ -> row(line(event), depth);
            case MappingStartEvent _ -> mapping(line(event), depth);
            default -> throw new TablesFormatException(line(event), "a value is missing");
        };
    }

    private static void refuseSpecial(Event event) throws TablesFormatException {
        boolean isAlias = event instanceof AliasEvent;
        boolean hasAnchor = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (isAlias || hasAnchor) {
            throw new TablesFormatException(line(event), "tables have no anchors and aliases (& and *)");
        }
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case SequenceStartEvent row -> row.getTag();
            case MappingStartEvent mapping -> mapping.getTag();
            default -> Optional.empty();
        };
        if (tag.isPresent()) {
            throw new TablesFormatException(line(event), "tables have no tags (!)");
        }
    }

    private YamlValue row(int line, int depth) throws TablesFormatException {
        List<YamlValue> row = new ArrayList<>();
        for (Event event = next(); !(event instanceof SequenceEndEvent); event = next()) {
            row.add(value(event, depth + 1));
        }
        return new YamlValue.Row(line, row);
    }

    private YamlValue mapping(int line, int depth) throws TablesFormatException {
        Map<String, YamlValue> mapping = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Event event = next(); !(event instanceof MappingEndEvent); event = next()) {
            if (!(value(event, depth + 1) instanceof YamlValue.Scalar name)) {
                throw new TablesFormatException(line(event), "a name is a word");
            }
            if (mapping.put(name.text(), value(next(), depth + 1)) != null) {
                throw new TablesFormatException(name.line(), "%s is there twice".formatted(shortened(name.text())));
            }
            lines.put(name.text(), name.line());
        }
        return new YamlValue.Mapping(line, mapping, lines);
    }
}
