package org.sipsleuth.signature;

import java.io.IOException;

/// A file that is no bundle of signatures; the message says what is wrong with it.
public final class BundleFormatException extends IOException {

    private static final long serialVersionUID = 1;

    BundleFormatException(String message) {
        super(message);
    }
}
