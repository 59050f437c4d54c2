package org.sipsleuth.view.lab;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.filter.FilterCount;
import org.sipsleuth.view.session.filter.FilterModel;

/// What filters that are typed as answers select in the open capture. Used on the JavaFX thread.
final class FilterCounts {

    private final Supplier<Optional<SipIndex>> index;
    private final Supplier<FilterModel> filter;
    private @Nullable RunTask<MessageSet> running;

    /// @param index of the open capture
    /// @param filter the window's, whose fields can be asked
    FilterCounts(Supplier<Optional<SipIndex>> index, Supplier<FilterModel> filter) {
        this.index = index;
        this.filter = filter;
    }

    /// Counts in the background; what was asked before is not answered any more.
    ///
    /// @param then gets the count in words; nothing where the text is no filter, or no capture is open
    void of(String text, Consumer<Optional<String>> then) {
        if (running != null) {
            running.cancel();
            running = null;
        }
        then.accept(Optional.empty());
        Optional<SipIndex> now = index.get();
        if (text.isBlank() || now.isEmpty()) {
            return;
        }
        Filter wanted;
        try {
            wanted = Filter.of(text.strip(), filter.get().catalogProperty().get());
        } catch (FilterSyntaxException unfinished) {
            return;
        }
        RunTask<MessageSet> task = new RunTask<>(monitor -> wanted.run(now.get(), monitor));
        task.setOnSucceeded(_ -> {
            if (task.equals(running)) {
                running = null;
                then.accept(Optional.of(FilterCount.of(task.getValue())));
            }
        });
        running = task;
        task.start();
    }
}
