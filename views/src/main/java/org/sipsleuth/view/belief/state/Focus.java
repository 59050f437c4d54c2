package org.sipsleuth.view.belief.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;

/// Which period of which source is looked at: it follows the selection and sets it. Until the user
/// selects something it is the source that the most severe incident accuses; without an incident
/// the one of which an attack is believed most, however little that is: all messages together, as if
/// one source had sent them, resemble a scan on a clean day.
public final class Focus {

    /// More dialogs are not looked at to find out whose they are.
    private static final int MOST_DIALOGS = 1_000;

    /// More messages are chosen by their dialogs only.
    private static final int MOST_MESSAGES = 20_000;

    private final SelectionModel selection;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<WhatIf> whatIf = new SimpleObjectProperty<>(WhatIf.NOTHING);
    private Optional<Believed> believed = Optional.empty();

    /// What was chosen here, so that it is not followed.
    private Selection own = Selection.NONE;

    private Optional<String> name = Optional.empty();
    private Optional<Period> period = Optional.empty();

    private Optional<Investigation> found = Optional.empty();
    private Optional<String> accused = Optional.empty();
    private Optional<Background.Running> accusing = Optional.empty();

    /// The name of a source that is to be looked at once it is known.
    private Optional<String> asked = Optional.empty();

    /// The name of the source that was asked for and is not listed; empty for none.
    private final ReadOnlyStringWrapper unlisted = new ReadOnlyStringWrapper("");

    /// Whether the user chose what is looked at.
    private boolean isChosen;

    public Focus(Beliefs beliefs, SelectionModel selection, Background background) {
        this.selection = selection;
        this.background = background;
        beliefs.stateProperty().subscribe(state -> take(state.believed()));
        selection.selectionProperty().subscribe(this::follow);
        whatIf.subscribe(_ -> show());
    }

    /// The period that is looked at; empty if nothing is known.
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// What is tried out.
    public ObjectProperty<WhatIf> whatIfProperty() {
        return whatIf;
    }

    private void take(Optional<Believed> now) {
        boolean wasOpen = believed.isPresent();
        believed = now;
        if (now.isEmpty()) {
            name = Optional.empty();
            period = Optional.empty();
            accused = Optional.empty();
            isChosen = false;
            whatIf.set(WhatIf.NOTHING);
        } else if (!wasOpen) {
            own = Selection.NONE;
            follow(selection.get());
        }
        accuse();
        open();
        ask();
        show();
    }

    /// Looks at the source of a name once the sources are known; nothing else is chosen.
    public void lookAt(String source) {
        asked = Optional.of(source);
        ask();
    }

    private void ask() {
        if (believed.isPresent() && asked.isPresent()) {
            Optional<SourceRow> row = believed.flatMap(now -> asked.flatMap(now::ofName));
            unlisted.set(row.isPresent() ? "" : asked.get());
            asked = Optional.empty();
            row.or(believed.get()::together).ifPresent(source -> {
                isChosen = true;
                look(source, Optional.empty());
            });
        }
    }

    /// The name of the source that was asked for and has too few messages to be listed; empty
    /// unless that was the last thing to be looked at.
    public ReadOnlyStringProperty unlistedProperty() {
        return unlisted.getReadOnlyProperty();
    }

    /// Looks at whom the incidents accuse, unless the user chose something.
    public void follow(Optional<Investigation> investigation) {
        found = investigation;
        accuse();
    }

    private void accuse() {
        accusing.ifPresent(Background.Running::cancel);
        accusing = Optional.empty();
        if (found.isEmpty() || believed.isEmpty()) {
            accuse(Optional.empty());
            return;
        }
        Investigation investigation = found.get();
        TrafficEvents events = believed.get().counted().events();
        accusing = Optional.of(background.run(_ -> Accused.of(investigation, events), this::accuse, _ -> {}));
    }

    private void accuse(Optional<String> source) {
        accused = source;
        open();
    }

    /// Looks at what is looked at first.
    private void open() {
        if (!isChosen && !whatIf.get().isAny()) {
            believed.flatMap(this::first).ifPresent(row -> look(row, Optional.empty()));
        }
    }

    private Optional<SourceRow> first(Believed now) {
        return accused.flatMap(now::ofName).or(() -> now.sources().stream().findFirst()).or(now::together);
    }

    /// Looks at a source, and chooses its dialogs everywhere.
    public void choose(SourceRow row) {
        isChosen = true;
        look(row, Optional.empty());
        if (row.periods().isTogether()) {
            set(List.of(), List.of());
        } else {
            pick(row.periods()::messages, false);
        }
    }

    /// Looks at a period of the source, and chooses its messages everywhere.
    public void choose(SourceRow row, Period its) {
        isChosen = true;
        look(row, Optional.of(its));
        pick(() -> row.periods().periods().messages(its), true);
    }

    /// Looks at a period of a source, or at what became of it; nothing else is chosen.
    public void lookAt(int source, Period its) {
        isChosen = true;
        believed.flatMap(now -> now.ofSource(source)).ifPresent(row -> look(row, Optional.of(its)));
    }

    /// Chooses the messages that the value of a leaf rests on.
    public void chooseEvidence(Variable variable) {
        shown.get()
                .ifPresent(source -> pick(() -> source.row()
                        .periods()
                        .periods()
                        .evidence(source.period())
                        .getOrDefault(variable, List.of())
                        .stream()
                        .mapToInt(message -> message)
                        .toArray(), true));
    }

    /// Work that finds messages.
    private interface Messages {
        int[] find();
    }

    private void pick(Messages messages, boolean withMessages) {
        believed.ifPresent(now -> background.run(_ -> found(messages.find(), now, withMessages), found -> {
            if (believed.filter(now::equals).isPresent()) {
                set(found.dialogs(), found.messages());
            }
        }, _ -> {}));
    }

    private static Selection found(int[] messages, Believed now, boolean withMessages) {
        MessageTable table = now.counted().index().messages();
        List<Integer> dialogs = Arrays.stream(messages).map(table::dialog).distinct().boxed().toList();
        boolean isMany = !withMessages || messages.length > MOST_MESSAGES;
        return Selection.NONE.withDialogs(dialogs)
                .withMessages(isMany ? List.of() : Arrays.stream(messages).boxed().toList());
    }

    private void set(List<Integer> dialogs, List<Integer> messages) {
        own = selection.get().withDialogs(dialogs).withMessages(messages);
        selection.set(own);
    }

    private void look(SourceRow row, Optional<Period> its) {
        if (!row.periods().isTogether()) {
            unlisted.set("");
        }
        name = row.periods().isTogether() ? Optional.empty() : Optional.of(row.name());
        period = its;
        whatIf.set(WhatIf.NOTHING);
        show();
    }

    private void follow(Selection now) {
        if (believed.isEmpty() || isSame(now, own)) {
            return;
        }
        own = now;
        isChosen = !isSame(now, Selection.NONE);
        if (!isChosen) {
            open();
            return;
        }
        TrafficEvents events = believed.get().counted().events();
        MessageTable table = events.index().messages();
        Optional<SourceRow> row = Optional.empty();
        Optional<Period> its = Optional.empty();
        if (!now.messages().isEmpty() && now.messages().getLast() < table.size()) {
            int message = now.messages().getLast();
            row = believed.get().ofSource(events.source(message));
            its = row.flatMap(of -> of.periods().periods().of(message));
        } else if (!now.dialogs().isEmpty()) {
            int[] sources = now.dialogs()
                    .stream()
                    .limit(MOST_DIALOGS)
                    .filter(dialog -> dialog < events.index().dialogs().size())
                    .mapToInt(dialog -> events.index().dialogs().firstMessage(dialog))
                    .map(events::source)
                    .distinct()
                    .toArray();
            row = sources.length == 1 ? believed.get().ofSource(sources[0]) : Optional.empty();
        }
        Optional<SourceRow> chosen = row.or(() -> believed.get().together());
        Optional<Period> at = its;
        chosen.ifPresent(of -> look(of, at));
    }

    private static boolean isSame(Selection one, Selection other) {
        return one.dialogs().equals(other.dialogs()) && one.messages().equals(other.messages());
    }

    private void show() {
        shown.set(believed.flatMap(now -> name.flatMap(now::ofName).or(now::together).map(row -> shown(row, now))));
    }

    private Shown shown(SourceRow row, Believed now) {
        List<Period> all = row.periods().all();
        int place = period.map(period -> place(all, period)).orElse(-1);
        return Shown.of(row, place < 0 ? row.strongest() : place, whatIf.get(), now.tables());
    }

    /// The same period, or what became of it with other settings, or in a capture that has grown.
    private static int place(List<Period> all, Period its) {
        int same = all.indexOf(its);
        return same >= 0 ? same
                : IntStream.range(0, all.size())
                        .filter(i -> all.get(i).fromNanos() <= its.fromNanos())
                        .filter(i -> its.fromNanos() <= all.get(i).toNanos())
                        .findFirst()
                        .orElse(-1);
    }
}
