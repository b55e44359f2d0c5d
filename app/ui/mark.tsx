/** The fund's mark: a small light under an arch that shelters it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M5 28V15a11 11 0 0 1 22 0v13" />
      <path d="M10.5 28V15.5a5.5 5.5 0 0 1 11 0V28" />
      <circle cx="16" cy="24.5" r="2.6" />
    </svg>
  );
}
