package org.sipsleuth.view.ngram.signature;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.signature.BundleFile;
import org.sipsleuth.signature.BundleSource;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.signature.SignatureBundle;
import org.sipsleuth.signature.SignatureDerivation;
import org.sipsleuth.signature.SignatureKind;
import org.sipsleuth.signature.SignatureSettings;
import org.sipsleuth.signature.SuricataDialect;
import org.sipsleuth.signature.SuricataRules;
import org.sipsleuth.signature.WeightedString;
import org.sipsleuth.signature.YaraRules;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;

/// The editor of a signature: strings with weights, and which messages have it while it is typed.
/// Used on the JavaFX thread.
public final class SignaturePane {

    /// What is asked for when files are chosen.
    public static final FileChoice.Kind BUNDLES =
            new FileChoice.Kind("signatures.directory", "signature.chooser.", List.of("*.json", "*.yar", "*.rules"));

    private static final String BUNDLE = ".json";
    private static final int MOST_NAMED = 12;
    private static final String FIRST_NAME = "signature_1";

    private final Supplier<Optional<Supplier<MessageSets>>> messages;
    private final Executor background;
    private final FileChoice files;
    private final VBox root = new VBox();
    private final ComboBox<String> which = new ComboBox<>();
    private final TextField name = new TextField(FIRST_NAME);
    private final TextField threshold = new TextField("1");
    private final VBox rows = new VBox();
    private final Label hits = new Label();
    private final Label message = new Label();
    private final MenuButton derive = new MenuButton(text("ngram.signature.derive"));
    private final Latest<Hits> counted;
    private List<Signature> derived = List.of();
    private Optional<MessageSets> sets = Optional.empty();
    private SignatureKind kind = SignatureKind.UNILATERAL;
    private boolean isFilling;

    /// @param messages what the signature is for, and what it must not match; takes long, and is
    ///     asked in the background
    /// @param background where messages are scanned
    /// @param files asks for files of [#BUNDLES]
    public SignaturePane(Supplier<Optional<Supplier<MessageSets>>> messages, Executor background, FileChoice files) {
        this.messages = messages;
        this.background = background;
        this.files = files;
        counted = new Latest<>(background, this::showHits, () -> hits.setText(""));
        root.getStyleClass().add("anomaly-signature");
        root.setId("anomalies-signature");
        derive.setId("anomalies-signature-derive");
        derive.setTooltip(new Tooltip(text("ngram.signature.derive.tip")));
        derive.getItems().setAll(derivation(SignatureKind.BILATERAL), derivation(SignatureKind.FOREIGN));
        Button add = new Button(text("ngram.signature.add"));
        add.setId("anomalies-signature-add");
        add.setOnAction(_ -> {
            row("", "1");
            edited();
        });
        Button open = new Button(text("ngram.signature.open"));
        open.setOnAction(_ -> open());
        MenuButton export = new MenuButton(text("ngram.signature.export"));
        export.setId("anomalies-signature-export");
        export.getItems()
                .setAll(item("ngram.signature.bundle", BUNDLE, this::bundle),
                        item("ngram.signature.yara", ".yar", signature -> YaraRules.of(List.of(signature))),
                        item("ngram.signature.suricata7", ".rules",
                                signature -> SuricataRules.of(List.of(signature), SuricataDialect.V7)),
                        item("ngram.signature.suricata8", ".rules",
                                signature -> SuricataRules.of(List.of(signature), SuricataDialect.V8)));
        which.setId("anomalies-signature-which");
        which.setAccessibleText(text("ngram.signature.which"));
        which.setTooltip(new Tooltip(text("ngram.signature.which")));
        which.valueProperty().subscribe(_ -> chosen());
        name.setId("anomalies-signature-name");
        name.setPrefColumnCount(10);
        name.setAccessibleText(text("ngram.signature.name"));
        name.setTooltip(new Tooltip(text("ngram.signature.name")));
        threshold.setId("anomalies-signature-threshold");
        threshold.setPrefColumnCount(5);
        Label at = new Label(text("ngram.signature.threshold"));
        at.setLabelFor(threshold);
        threshold.setAccessibleText(at.getText());
        name.textProperty().subscribe(_ -> edited());
        threshold.textProperty().subscribe(_ -> edited());
        FlowPane tools = new FlowPane(derive, which, name, at, threshold, add, open, export);
        tools.getStyleClass().add("signature-tools");
        for (Node each : tools.getChildren()) {
            each.getStyleClass().add("small");
        }
        hits.setId("anomalies-signature-hits");
        hits.setWrapText(true);
        hits.setMinHeight(Label.USE_PREF_SIZE);
        message.setId("anomalies-signature-message");
        message.getStyleClass().add("anomalies-muted");
        message.setWrapText(true);
        message.setMinHeight(Label.USE_PREF_SIZE);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        message.setText(text("ngram.signature.empty"));
        which.setVisible(false);
        which.setManaged(false);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(tools, hits, message, scroll);
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Other messages are scored now: counts what of them has the signature.
    public void refresh() {
        sets = Optional.empty();
        derive.setDisable(false);
        edited();
    }

    private MenuItem derivation(SignatureKind kind) {
        MenuItem item = new MenuItem(text("ngram.signature.derive." + kind.word()));
        item.setOnAction(_ -> derive(kind));
        return item;
    }

    private void derive(SignatureKind kind) {
        Optional<Supplier<MessageSets>> now = messages.get();
        if (now.isEmpty()) {
            return;
        }
        derive.setDisable(true);
        message.setText(text("ngram.signature.deriving"));
        RunTask<Derived> task = new RunTask<>(monitor -> derived(kind, now.get().get(), monitor));
        task.setOnSucceeded(_ -> {
            derive.setDisable(false);
            sets = Optional.of(task.getValue().sets());
            offer(task.getValue().signatures());
            if (task.getValue().sets().anomalous().isEmpty()) {
                message.setText(text("ngram.signature.nothing"));
            }
        });
        task.setOnFailed(_ -> {
            derive.setDisable(false);
            message.setText(text("ngram.signature.failed"));
        });
        background.execute(task);
    }

    private record Derived(MessageSets sets, List<Signature> signatures) {}

    private static Derived derived(SignatureKind kind, MessageSets sets, RunMonitor monitor) {
        return new Derived(sets,
                sets.anomalous().isEmpty() ? List.of()
                        : new SignatureDerivation(SignatureSettings.USUAL.with(kind)).derive(
                                bytes(sets, sets.anomalous(), SignatureDerivation.MOST_ANOMALOUS),
                                bytes(sets, sets.others(), SignatureDerivation.MOST_CLEAN), monitor));
    }

    private static List<byte[]> bytes(MessageSets sets, List<Integer> messages, int most) {
        return messages.stream().limit(most).map(sets.index()::bytes).toList();
    }

    private void offer(List<Signature> some) {
        derived = List.copyOf(some);
        message.setText(some.isEmpty() ? text("ngram.signature.none") : "");
        which.getItems().setAll(some.stream().map(Signature::name).toList());
        which.setVisible(some.size() > 1);
        which.setManaged(some.size() > 1);
        if (!some.isEmpty()) {
            which.setValue(some.getFirst().name());
            fill(some.getFirst());
        }
    }

    private void chosen() {
        derived.stream().filter(each -> each.name().equals(which.getValue())).findFirst().ifPresent(this::fill);
    }

    private void fill(Signature signature) {
        isFilling = true;
        kind = signature.kind();
        name.setText(signature.name());
        threshold.setText(Long.toString(signature.threshold()));
        rows.getChildren().clear();
        signature.strings().forEach(each -> row(EditedBytes.of(each.text()), Integer.toString(each.weight())));
        isFilling = false;
        edited();
    }

    private void row(String string, String weight) {
        TextField edited = new TextField(string);
        edited.getStyleClass().addAll("small", "signature-string");
        edited.setAccessibleText(text("ngram.signature.string"));
        HBox.setHgrow(edited, Priority.ALWAYS);
        TextField its = new TextField(weight);
        its.getStyleClass().addAll("small", "signature-weight");
        its.setPrefColumnCount(6);
        its.setAccessibleText(text("ngram.signature.weight"));
        Button remove = new Button("×");
        remove.getStyleClass().addAll("small", "flat");
        remove.setAccessibleText(text("ngram.signature.remove"));
        remove.setTooltip(new Tooltip(text("ngram.signature.remove")));
        HBox row = new HBox(its, edited, remove);
        row.getStyleClass().add("signature-row");
        remove.setOnAction(_ -> {
            rows.getChildren().remove(row);
            edited();
        });
        rows.getChildren().add(row);
        edited.textProperty().addListener(_ -> edited());
        its.textProperty().addListener(_ -> edited());
    }

    /// The signature as it is typed.
    ///
    /// @throws IllegalArgumentException if it is no valid signature, with words for the user
    private Signature signature() {
        List<WeightedString> strings = new ArrayList<>();
        for (Node node : rows.getChildren()) {
            if (node instanceof HBox row && row.getChildren().get(0) instanceof TextField weight
                    && row.getChildren().get(1) instanceof TextField string) {
                strings.add(new WeightedString(EditedBytes.parse(string.getText()),
                        (int) number(weight.getText(), WeightedString.HEAVIEST)));
            }
        }
        return new Signature(name.getText().strip(), kind, strings, number(threshold.getText(), Long.MAX_VALUE),
                sets.map(sets -> sets.anomalous().size()).orElse(0));
    }

    private static long number(String typed, long most) {
        try {
            long number = Long.parseLong(typed.strip());
            if (Math.abs(number) <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(text("ngram.signature.number", typed.strip()));
    }

    private void edited() {
        if (isFilling) {
            return;
        }
        if (rows.getChildren().isEmpty()) {
            counted.stop();
            hits.setText("");
            return;
        }
        try {
            Signature now = signature();
            message.setText("");
            sets.<Supplier<MessageSets>>map(sets -> () -> sets)
                    .or(messages)
                    .ifPresent(source -> counted.replace(monitor -> Hits.of(now, source.get(), monitor)));
        } catch (IllegalArgumentException wrong) {
            counted.stop();
            hits.setText("");
            message.setText(sentence(wrong));
        }
    }

    private static String sentence(IllegalArgumentException wrong) {
        String words = String.valueOf(wrong.getMessage());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private void showHits(Hits found) {
        MessageSets its = found.sets();
        sets = Optional.of(its);
        String frames = found.others()
                .stream()
                .limit(MOST_NAMED)
                .map(each -> its.index().frameText(each))
                .collect(Collectors.joining(", "));
        String more = found.others().size() > MOST_NAMED ? ", …" : "";
        hits.setText(text("ngram.signature.hits", found.anomalous(), its.anomalous().size(), found.others().size(),
                its.others().size()) + (frames.isEmpty() ? "" : " " + text("ngram.signature.frames", frames + more)));
    }

    private interface Writer {
        String write(Signature signature) throws IOException;
    }

    private MenuItem item(String key, String ending, Writer writer) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> export(ending, writer));
        return item;
    }

    private void export(String ending, Writer writer) {
        Signature signature;
        try {
            signature = signature();
        } catch (IllegalArgumentException wrong) {
            message.setText(sentence(wrong));
            return;
        }
        files.toSave(root.getScene().getWindow(), signature.name() + ending)
                .ifPresent(file -> write(signature, file, rules(ending), writer));
    }

    private OutputRules rules(String ending) {
        OutputRules rules = sets.map(MessageSets::index).map(ExportOutput::confirmed).orElse(OutputRules.CONFIRMED);
        return ending.equals(BUNDLE) ? rules.making(EvidenceKind.SIGNATURES) : rules;
    }

    private void write(Signature signature, Path file, OutputRules rules, Writer writer) {
        RunTask<@Nullable Void> task = new RunTask<>(_ -> {
            OutputFile.at(file, rules).write(writer.write(signature));
            return null;
        });
        done(task, text("ngram.signature.written", String.valueOf(file.getFileName())));
        background.execute(task);
    }

    private void done(RunTask<?> task, String words) {
        task.setOnSucceeded(_ -> message.setText(words));
        Consumer<Throwable> failed =
                cause -> message.setText(text("ngram.signature.file.failed", String.valueOf(cause.getMessage())));
        task.setOnFailed(_ -> failed.accept(task.getException()));
    }

    private String bundle(Signature signature) throws IOException {
        List<BundleSource> sources = new ArrayList<>();
        if (sets.isPresent()) {
            for (CaptureSummary each : sets.get().index().files()) {
                sources.add(new BundleSource(false, each.sha256(RunMonitor.NONE),
                        (int) sets.get().anomalousIn(sources.size())));
            }
        }
        var out = new ByteArrayOutputStream();
        BundleFile.write(new SignatureBundle(List.of(signature), sources), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void open() {
        files.toOpen(root.getScene().getWindow()).ifPresent(this::read);
    }

    private void read(Path file) {
        RunTask<SignatureBundle> task = new RunTask<>(_ -> BundleFile.read(file));
        done(task, "");
        task.setOnSucceeded(_ -> offer(task.getValue().signatures()));
        background.execute(task);
    }
}
