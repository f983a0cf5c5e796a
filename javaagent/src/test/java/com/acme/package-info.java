/** Programs to trace, each with a main method; most know nothing of Hotspan. */
package com.acme;
