/**
 * What {@code ./edge doctor} looks at before servers are started, or when they do not do what they
 * should.
 *
 * <p>Each {@link edgeai.cli.doctor.Examination} has a bound on its time and says in words of its
 * own what is amiss, and the way out. Never starts a server, and changes nothing.
 */
package edgeai.cli.doctor;
