package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.TrainingCurve;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.view.sequence.session.ModelState.InUse;
import org.sipsleuth.view.sequence.session.ModelState.Source;

/// What a model says about itself, in words.
final class LoadedFacts {

    private static final int MOST_INPUTS = 8;

    private LoadedFacts() {}

    /// A fact with its name.
    record Line(String name, String value) {}

    /// All that is shown of the model in use.
    static List<Line> of(InUse use) {
        SequenceModel model = use.model();
        ModelFacts facts = model.file().modelFacts();
        Training training = facts.training();
        List<Line> lines = new ArrayList<>();
        add(lines, "name", facts.name());
        add(lines, "source", source(use.source()));
        add(lines, "sha256", model.identity().sha256());
        add(lines, "data", training.description());
        inputs(lines, training.inputs());
        add(lines, "licence", training.origin().dataLicence());
        add(lines, "date", training.origin().trainedAt().toString());
        add(lines, "program", training.origin().program());
        known(lines, model.known());
        add(lines, "expected", text("sequence.model.expected", Math.round(model.expectedUnknown() * 1_000),
                Math.round(model.mostUnknown() * 1_000)));
        model.novelty().flatMap(SequenceMethod::origin).ifPresent(origin -> add(lines, "novelty", origin.text()));
        settings(lines, model);
        return lines;
    }

    private static void add(List<Line> lines, String key, String value) {
        lines.add(new Line(text("sequence.model.fact." + key), value));
    }

    private static String source(Source source) {
        return switch (source) {
            case Source.Shipped() -> text("sequence.model.source.shipped");
            case Source.File(var path) -> path.toString();
            case Source.Trained() -> text("sequence.model.source.trained");
            case Source.Case() -> text("sequence.model.source.case");
        };
    }

    private static void inputs(List<Line> lines, List<Training.Input> inputs) {
        for (Training.Input input : inputs.subList(0, Math.min(MOST_INPUTS, inputs.size()))) {
            add(lines, "input",
                    text("sequence.model.input", input.file(), input.messages(), input.dialogs(), input.sha256()));
        }
        if (inputs.size() > MOST_INPUTS) {
            add(lines, "input", text("sequence.model.inputs.more", inputs.size() - MOST_INPUTS));
        }
    }

    private static void known(List<Line> lines, KnownDialogs known) {
        add(lines, "dialogs", text("sequence.model.count", known.dialogs()));
        add(lines, "sequences", text("sequence.model.sequences", known.size(), known.onceObserved()));
        add(lines, "longest", text("sequence.model.longest", known.length()));
        add(lines, "types", text("sequence.model.types", known.alphabet().types().size(),
                String.join(" ", known.alphabet().types())));
    }

    private static void settings(List<Line> lines, SequenceModel model) {
        SequenceSettings settings = model.settings();
        String network = switch (settings.training().network()) {
            case ConvolutionSettings cnn -> text("sequence.model.network.cnn", cnn.filters());
            case RecurrentSettings _ -> text("sequence.model.network.lstm");
        };
        add(lines, "network", text("sequence.model.network", network, model.network().parameters()));
        add(lines, "training", training(model));
        add(lines, "messages", text("sequence.model.messages", settings.messages().retransmissions() ? 1 : 0,
                settings.messages().repeats() ? 1 : 0));
        add(lines, "thresholds", text("sequence.model.thresholds", number(model.thresholds().skewness()),
                number(model.thresholds().kurtosis()), number(model.thresholds().tolerance())));
    }

    private static String training(SequenceModel model) {
        try {
            TrainingCurve curve = model.curve();
            return text("sequence.model.training", curve.points().size(), curve.best(), curve.stopReason(),
                    Long.toString(model.settings().training().seed()));
        } catch (ModelFormatException _) {
            return text("sequence.model.training.untold"); // it works without its curve
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
