package org.sipsleuth.view.fx.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.fx.RunTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts together in the background what all methods found, by dialogs, anew whenever one of them
/// tells something else. Used on the JavaFX thread.
public final class FindingRun {

    private static final Logger LOG = LoggerFactory.getLogger(FindingRun.class);

    private final Executor background;
    private final Map<String, MethodFindings> methods = new TreeMap<>(Comparator.reverseOrder());
    private final ReadOnlyObjectWrapper<DialogFindings> findings =
            new ReadOnlyObjectWrapper<>(DialogFindings.NONE);
    private @Nullable SipIndex open;
    private @Nullable RunTask<DialogFindings> run;

    /// @param background where they are put together
    public FindingRun(Executor background) {
        this.background = background;
    }

    /// All that is found, as far as it is known; can be of an earlier part of the open capture
    /// ([DialogFindings#isOf]).
    public ReadOnlyObjectProperty<DialogFindings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /// This capture is open from now on, or more of it: what methods still know of another one is
    /// left out.
    public void show(SipIndex index) {
        boolean isOther = open == null || !DialogFindings.isSame(open, index);
        open = index;
        if (isOther) {
            start();
        }
    }

    /// No capture is open any more.
    public void showNothing() {
        open = null;
        start();
    }

    /// A method tells what it finds, or nothing any more.
    ///
    /// @param method its name
    public void show(String method, Optional<MethodFindings> told) {
        told.ifPresentOrElse(its -> methods.put(method, its), () -> methods.remove(method));
        start();
    }

    private void start() {
        if (run != null) {
            run.cancel();
            run = null;
        }
        SipIndex index = open;
        List<MethodFindings> wanted =
                index == null
                        ? List.of()
                        : methods.values().stream()
                                .filter(its -> DialogFindings.isSame(its.index(), index))
                                .toList();
        if (wanted.isEmpty()) {
            findings.set(DialogFindings.NONE);
        } else {
            begin(wanted);
        }
    }

    private void begin(List<MethodFindings> wanted) {
        RunTask<DialogFindings> task = new RunTask<>(monitor -> together(wanted, monitor));
        task.setOnSucceeded(_ -> succeed(task));
        task.setOnFailed(_ -> LOG.error("Findings cannot be told", task.getException()));
        run = task;
        background.execute(task);
    }

    private void succeed(RunTask<DialogFindings> task) {
        if (task.equals(run)) {
            run = null;
            findings.set(task.getValue());
        }
    }

    /// Of a capture that grows methods know different parts: the largest one has all dialogs.
    private static DialogFindings together(List<MethodFindings> wanted, RunMonitor monitor) {
        SipIndex index =
                wanted.stream()
                        .map(MethodFindings::index)
                        .max(Comparator.comparingInt(its -> its.messages().size()))
                        .orElseThrow();
        List<Finding> all = new ArrayList<>();
        for (MethodFindings its : wanted) {
            all.addAll(its.findings().apply(monitor));
        }
        all.sort(Comparator.comparing(Finding::severity).reversed());
        return DialogFindings.of(index, all, monitor);
    }
}
