/** JSON over HTTP on the loopback interface, for the demo's two servers. */
package io.hotspan.demo.http;
