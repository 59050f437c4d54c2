package org.sipsleuth.finding;

/// What is looked through for incidents of a kind.
public enum Examined {
    SOURCES, CALLS, REQUESTS, MESSAGES, DIALOGS
}
