package org.sipsleuth.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sipsleuth.model.array.ArrayLayout;
import org.sipsleuth.model.array.ArrayType;
import org.sipsleuth.text.NewerFormat;

/// What stands where in `facts.json`.
///
/// @param arrays those that follow in the file, in their order
record FactsMapping(ModelFacts facts, List<ArrayLayout> arrays) {

    private static final String FORMAT = "SipSleuth model";

    /// Raised when a file comes to look so that older programs cannot read it.
    private static final int CONTAINER = 1;

    private static final int MOST_ARRAYS = 256;

    private static final Set<String> ALL = Set.of("format", "container", "kind", "version", "name", "training",
            "settings", "thresholds", "details", "arrays");
    private static final Set<String> OF_TRAINING =
            Set.of("description", "inputs", "counts", "seed", "epochs", "program", "trained_at", "data_licence");
    private static final Set<String> OF_INPUTS = Set.of("file", "sha256", "messages", "dialogs");
    private static final Set<String> OF_ARRAYS = Set.of("name", "type", "shape");

    FactsMapping {
        arrays = List.copyOf(arrays);
        if (arrays.size() > MOST_ARRAYS) {
            throw new IllegalArgumentException("a model has at most 256 arrays");
        }
        // Also on a file system that ignores case.
        if (arrays.stream().map(array -> array.name().toLowerCase(Locale.ROOT)).distinct().count() < arrays.size()) {
            throw new IllegalArgumentException("two arrays have the same name");
        }
        if (arrays.stream().mapToLong(ArrayLayout::bytes).sum() > ArrayLayout.MOST_BYTES) {
            throw new IllegalArgumentException("the arrays together are larger than 1 GiB");
        }
    }

    /// All of it as facts.
    Facts toFacts() {
        return Facts.builder()
                .put("format", FORMAT)
                .put("container", CONTAINER)
                .put("kind", facts.type().kind())
                .put("version", facts.type().version())
                .put("name", facts.name())
                .put("training", training(facts.training()))
                .put("settings", facts.settings())
                .put("thresholds", facts.thresholds())
                .put("details", facts.details())
                .putAll("arrays", arrays.stream().map(FactsMapping::array).toList())
                .build();
    }

    private static Facts training(Training training) {
        Training.Origin origin = training.origin();
        return Facts.builder()
                .put("description", training.description())
                .putAll("inputs", training.inputs().stream().map(FactsMapping::input).toList())
                .put("counts", training.counts())
                .put("seed", training.seed())
                .put("epochs", training.epochs())
                .put("program", origin.program())
                .put("trained_at", origin.trainedAt().toString())
                .put("data_licence", origin.dataLicence())
                .build();
    }

    private static Facts input(Training.Input input) {
        return Facts.builder()
                .put("file", input.file())
                .put("sha256", input.sha256())
                .put("messages", input.messages())
                .put("dialogs", input.dialogs())
                .build();
    }

    private static Facts array(ArrayLayout layout) {
        return Facts.builder()
                .put("name", layout.name())
                .put("type", layout.type().ending())
                .putIntegers("shape", layout.shape().stream().mapToLong(n -> n).toArray())
                .build();
    }

    /// Takes it out of facts.
    static FactsMapping of(Facts all) throws ModelFormatException {
        if (!all.has("format") || !all.text("format").equals(FORMAT)) {
            throw all.refusal("format", "is not “" + FORMAT + "”, so this is not a SipSleuth model");
        }
        if (all.integer("container") > CONTAINER) {
            throw new ModelFormatException("",
                    NewerFormat.text("model container", all.integer("container"), CONTAINER));
        }
        all.integer("container", CONTAINER, CONTAINER);
        all.allowOnly(ALL);
        try {
            return new FactsMapping(
                    new ModelFacts(type(all), all.text("name"), all.object("settings"),
                            training(all.object("training")), all.object("thresholds"), all.object("details")),
                    arrays(all.objects("arrays")));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(FactsJson.ENTRY, String.valueOf(e.getMessage()));
        }
    }

    private static ModelType type(Facts all) throws ModelFormatException {
        String kind = all.text("kind");
        if (!ModelType.isName(kind)) {
            throw all.refusal("kind",
                    ModelFormatException.quoted(kind) + " is an unknown method; it may need a newer SipSleuth");
        }
        return new ModelType(kind, all.integer("version", 1, Integer.MAX_VALUE));
    }

    private static Training training(Facts facts) throws ModelFormatException {
        facts.allowOnly(OF_TRAINING);
        List<Training.Input> inputs = new ArrayList<>();
        for (Facts input : facts.objects("inputs")) {
            inputs.add(input(input));
        }
        return new Training(facts.text("description"), inputs, facts.object("counts"), facts.integer("seed"),
                facts.integer("epochs", 0, Integer.MAX_VALUE),
                new Training.Origin(facts.text("program"), trainedAt(facts), facts.text("data_licence")));
    }

    private static Instant trainedAt(Facts facts) throws ModelFormatException {
        try {
            return Instant.parse(facts.text("trained_at"));
        } catch (DateTimeException e) {
            throw facts.refusal("trained_at", "is not a valid time such as 2026-01-31T12:00:00Z");
        }
    }

    private static Training.Input input(Facts facts) throws ModelFormatException {
        facts.allowOnly(OF_INPUTS);
        try {
            return new Training.Input(facts.text("file"), facts.text("sha256"), facts.integer("messages"),
                    facts.integer("dialogs"));
        } catch (IllegalArgumentException e) {
            throw facts.refusal(String.valueOf(e.getMessage()));
        }
    }

    private static List<ArrayLayout> arrays(List<Facts> all) throws ModelFormatException {
        List<ArrayLayout> arrays = new ArrayList<>();
        for (Facts facts : all) {
            arrays.add(array(facts));
        }
        return arrays;
    }

    private static ArrayLayout array(Facts facts) throws ModelFormatException {
        facts.allowOnly(OF_ARRAYS);
        List<Integer> shape = new ArrayList<>();
        for (long length : facts.integers("shape")) {
            if (length < 0 || length > Integer.MAX_VALUE) {
                throw facts.refusal("shape", length + " is not a valid dimension");
            }
            shape.add((int) length);
        }
        try {
            return new ArrayLayout(facts.text("name"), arrayType(facts), shape);
        } catch (IllegalArgumentException e) {
            throw facts.refusal(String.valueOf(e.getMessage()));
        }
    }

    private static ArrayType arrayType(Facts facts) throws ModelFormatException {
        String type = facts.text("type");
        return ArrayType.of(type)
                .orElseThrow(() -> facts.refusal("type",
                        ModelFormatException.quoted(type) + " is not a supported number type"));
    }
}
