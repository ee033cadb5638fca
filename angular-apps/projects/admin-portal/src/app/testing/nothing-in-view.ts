/** Stands where the browser's IntersectionObserver stands, and sees nothing come into view. */
export class NothingInView {
  private readonly observed = new Set<Element>();

  observe(element: Element): void {
    this.observed.add(element);
  }

  unobserve(element: Element): void {
    this.observed.delete(element);
  }

  disconnect(): void {
    this.observed.clear();
  }
}
