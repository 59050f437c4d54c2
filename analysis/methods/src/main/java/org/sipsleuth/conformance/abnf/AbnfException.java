package org.sipsleuth.conformance.abnf;

/// A grammar that breaks RFC 5234 or lacks a rule: a fault in the program's resources.
public final class AbnfException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    AbnfException(String message) {
        super(message);
    }
}
