package org.sipsleuth.app.workbench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long it takes from the click on a sample until its incident is on the screen: the paragraph
/// with kind and outcome. Used on the JavaFX thread.
final class FirstAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);
    private static final long UNKNOWN = -1;

    private final ReadOnlyLongWrapper millis = new ReadOnlyLongWrapper(UNKNOWN);
    private boolean isAwaited;
    private long askedNanos;

    /// Follows the page of the incidents.
    ///
    /// @param answer the paragraph, once it stands on the page
    void follow(ReadOnlyObjectProperty<Optional<Node>> answer) {
        answer.addListener((_, _, now) -> now.filter(_ -> isAwaited)
                .ifPresent(paragraph -> OnceDrawn.run(paragraph, () -> drawn(paragraph, answer.get()))));
    }

    /// Milliseconds from the last click on a sample until its paragraph was drawn; -1 before that.
    ReadOnlyLongProperty millisProperty() {
        return millis.getReadOnlyProperty();
    }

    /// Somebody clicked on a sample.
    void ask() {
        askedNanos = System.nanoTime();
        isAwaited = true;
        millis.set(UNKNOWN);
    }

    /// Something else was opened.
    void forget() {
        isAwaited = false;
        millis.set(UNKNOWN);
    }

    private void drawn(Node paragraph, Optional<Node> shown) {
        if (isAwaited && shown.filter(paragraph::equals).isPresent()) {
            isAwaited = false;
            millis.set(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - askedNanos));
            LOG.debug("The first answer was on the screen {} ms after the click", millis.get());
        }
    }
}
